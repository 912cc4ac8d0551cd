/**
 * Closes the loop of a departure: three systems owe a receipt, of which one is down for a day and one fails at first. Shows the table of
 * the departure, the notice that one is overdue, and the closing. Moves the sandbox's clock. Run it beside `npm start`.
 */
import { createClient } from '@sendoff/sdk'
import { done, failed } from '@sendoff/sdk/webhooks'
import { readSandbox } from '../sandbox.ts'
import { startSystem } from './systems.ts'

const sandbox = await readSandbox()
const [organization] = sandbox.organizations
const [app] = organization.apps
const client = createClient({
  baseUrl: sandbox.base_url,
  clientId: app.client_id,
  clientSecret: app.client_secret,
  scopes: [
    'webhook:write',
    'event:read',
    'member:read',
    'member:write',
    'member:offboard',
    'receipt:read',
    'receipt:write',
  ],
})

let isLocked = true
const systems = {
  Directory: await startSystem(() => done('Login removed')),
  Payroll: await startSystem(() => (isLocked ? failed('The payroll run has locked the account') : done())),
  Mailboxes: await startSystem(() => done('Mailbox closed')),
}
const endpointIds: string[] = []
for (const [description, system] of Object.entries(systems)) {
  const endpoint = { url: system.url, event_types: ['member.departed' as const], deprovisions: true, description }
  const { endpoint_id, secret } = await client.webhookEndpoints.create(endpoint)
  system.secret = secret
  endpointIds.push(endpoint_id)
}
await systems.Mailboxes.stop()

const email = `noor-${Date.now()}@aster.example`
const { account_id } = await client.members.create({ name: 'Noor Haddad', email })
const offboarding = await client.offboardings.create({ account_id, reason_code: 'resignation' })
const departure_id = offboarding.departure_id ?? ''
await advance('PT1S')
console.log('Noor Haddad has departed. Mailboxes is down:')
await printTable()

await advance('PT24H')
const { data: overdue } = await client.receipts.list({ departure_id, overdue: true })
console.log(`A day later, ${overdue.length} is overdue:`)
for await (const event of client.events.list({ types: ['receipt.overdue', 'receipt.failed'] })) {
  if (event.type !== 'receipt.overdue' && event.type !== 'receipt.failed') continue
  const { receipt } = event.data
  if (receipt.departure_id === departure_id) console.log(`  ${event.type}: ${receipt.reason ?? 'no answer'}`)
}

console.log('Mailboxes is up again, and the payroll run is over. Both are asked again:')
await systems.Mailboxes.start()
isLocked = false
for await (const { receipt_id, status } of client.departures.listReceipts({ departure_id })) {
  if (status !== 'done') await client.receipts.remind({ receipt_id })
}
await advance('PT1S')
await printTable()
const { closed_at } = await client.departures.get({ departure_id })
console.log(
  closed_at
    ? `The departure is closed: ${closed_at}`
    : 'The departure is open: an endpoint of another program owes a receipt.',
)
for (const endpoint_id of endpointIds) await client.webhookEndpoints.delete({ endpoint_id })
for (const system of Object.values(systems)) await system.stop()

async function printTable(): Promise<void> {
  for await (const { system, status, reason, overdue, late, reminders } of client.departures.listReceipts({
    departure_id,
  })) {
    const marks = [reason, overdue && 'overdue', late && 'late', reminders > 0 && `asked again ${reminders} time`]
    console.log(`  ${[system.description ?? 'Another program', status, ...marks].filter(Boolean).join(' · ')}`)
  }
}

/** Moves the clock; everything that falls due until then is done when it resolves. */
async function advance(by: string): Promise<void> {
  const response = await fetch(`${sandbox.base_url}/v1.0/sandbox/clock/advance`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ by }),
  })
  if (!response.ok) throw new Error(await response.text())
}
