/**
 * Removes a member's login within moments of their departure: exactly once in effect, even if deliveries are repeated, out of order or
 * lost, or this process is killed. Run it beside `npm start`.
 */
import { createServer } from 'node:http'
import { createClient } from '@sendoff/sdk'
import { catchUp, createHandler, done, fileReceipts, notApplicable, pollOnce, watchGaps } from '@sendoff/sdk/webhooks'
import { kyselyCursors, kyselyDedupe } from '@sendoff/sdk/webhooks/kysely'
import { toNodeHandler } from '@sendoff/sdk/webhooks/node'
import { directory, readSandbox } from '../sandbox.ts'
import { openDatabase } from './database.ts'
import { setLogin } from './logins.ts'

type Organization = { org_id: string; apps: { client_id: string; client_secret: string }[] }

const port = Number(process.env.CONSUMER_PORT ?? 4200)
const sandbox = await readSandbox()
const db = await openDatabase(`${directory}/deprovision.db`)
const types = ['member.departed' as const, 'member.joined' as const, 'member.restored' as const]

const clients = new Map(
  (sandbox.organizations as Organization[]).map(({ org_id, apps: [app] }) => [org_id, clientOf(app)]),
)
function clientOf({ client_id: clientId, client_secret: clientSecret } = { client_id: '', client_secret: '' }) {
  const scopes = ['webhook:write', 'event:read', 'member:read', 'receipt:write'] as const
  return createClient({ baseUrl: sandbox.base_url, clientId, clientSecret, scopes })
}
function clientFor(organization: string) {
  const client = clients.get(organization)
  if (!client) throw new Error(`No app of ${organization} is known`)
  return client
}

const subscriptionOf = (organization: string) =>
  db.selectFrom('endpoint').selectAll().where('organization', '=', organization).executeTakeFirst()

const cursors = kyselyCursors(db)
const handler = createHandler({
  secrets: async () => (await db.selectFrom('endpoint').select('secret').execute()).map(({ secret }) => secret),
  dedupe: kyselyDedupe(db),
  // The receipts of events that are read from the feed; those of deliveries are in the answer.
  receipts: fileReceipts(clientFor, async (organization) => (await subscriptionOf(organization))?.endpoint_id),
  gaps: watchGaps({ onGap: catchUp(clientFor, { types }), cursors }),
  on: {
    'member.departed': async (event, { tx }) => {
      const { account_id, snapshot } = event.data
      if (!(await setLogin(tx, event, account_id, 0))) return notApplicable('A later event was handled before')
      await tx.insertInto('removal').values({ account_id, event_id: event.id }).execute()
      console.log(`${snapshot.name} departed (${event.data.method}): login removed`)
      return done('Login removed')
    },
    'member.joined': (event, { tx }) => setLogin(tx, event, event.data.account_id, 1),
    'member.restored': async (event, { tx }) => {
      await setLogin(tx, event, event.data.account_id, 1)
      return done('Login added')
    },
  },
})

createServer(toNodeHandler(handler)).listen(port, '127.0.0.1', async () => {
  for (const organization of clients.keys()) await follow(organization)
  console.log(`Listening on 127.0.0.1:${port}. Now run: npm run example:offboard-with-handover`)
})

/** Subscribes once, gives each member a login, and reads the events that were missed while this was not running. */
async function follow(organization: string): Promise<void> {
  const client = clientFor(organization)
  if (!(await subscriptionOf(organization))) {
    const url = `http://127.0.0.1:${port}/webhooks`
    const { endpoint_id, secret } = await client.webhookEndpoints.create({
      url,
      event_types: types,
      deprovisions: true,
    })
    await db.insertInto('endpoint').values({ organization, endpoint_id, secret }).execute()
    for await (const { account_id } of client.members.list({ status: 'active' })) {
      const login = { account_id, organization, active: 1, sequence: 0 } as const
      // An event may have arrived first.
      await db
        .insertInto('login')
        .values(login)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  }
  await pollOnce({ client, organization, handler, cursors, types })
}
