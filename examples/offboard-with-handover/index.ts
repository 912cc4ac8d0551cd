/** Previews an offboarding, carries it out, shows the outcome of its handover, and restores the member. */
import { createClient } from '@sendoff/sdk'
import { readSandbox } from '../sandbox.ts'

const sandbox = await readSandbox()
const [organization] = sandbox.organizations
const [app] = organization.apps
const member = organization.members.find((one: { role: string; condition: string }) => {
  return one.role === 'member' && one.condition === 'normal'
})

const client = createClient({
  baseUrl: sandbox.base_url,
  clientId: app.client_id,
  clientSecret: app.client_secret,
  scopes: ['member:read', 'member:offboard', 'member:restore'],
})

const { account_id } = member
const handover = { by_kind: [{ kind: 'calendar', action: 'hold' as const }] }
const preview = await client.offboardings.preview({ account_id, handover })
console.log(`Offboarding ${member.name} would hand over ${preview.total} resources:`)
for (const { kind, count, outcome, recipient_id } of preview.inventory) {
  console.log(`  ${count} × ${kind}: ${outcome}${recipient_id ? ` to ${recipient_id}` : ''}`)
}

const { preview_id } = preview
const offboarding = await client.offboardings.create({ account_id, handover, preview_id, reason_code: 'resignation' })
const departure_id = offboarding.departure_id ?? ''
console.log(`Offboarded: ${departure_id}`)

let report = await client.departures.getHandover({ departure_id })
while (report.status === 'running') report = await client.departures.getHandover({ departure_id })
console.log(
  `Handover ${report.status}: ${report.transferred} transferred, ${report.deleted} deleted, ${report.held} held`,
)

const restored = await client.departures.restore({ departure_id })
console.log(`Restored with ${restored.resources} resources; not restored:`)
for (const { type, id, reason } of restored.not_restored) console.log(`  ${type} ${id}: ${reason}`)
