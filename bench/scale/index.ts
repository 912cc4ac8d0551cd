/**
 * Counts the rows and bytes of an account and of a departure in the database of a server on PostgreSQL: of each table after members were
 * added, and after some of them were offboarded with an endpoint listening.
 */
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@sendoff/sdk'
import { readConfig, startServer } from '@sendoff/server'
import { addMembers } from '../../test/support/big-organization.ts'
import { createDatabase } from '../../test/support/postgres/database.ts'
import { startPostgres } from '../../test/support/postgres/server.ts'
import { added, type Sizes, sizesOf } from './sizes.ts'

const [members = 20_000, departing = 2_000] = process.argv.slice(2).map(Number)
const directory = mkdtempSync(join(tmpdir(), 'sendoff-bench-'))
const postgres = await startPostgres()
const { url: DATABASE_URL } = await createDatabase(postgres.url)
const environment = { DATABASE_URL, SENDOFF_DATA_DIR: directory, PORT: '0', SENDOFF_LOG_LEVEL: 'silent' }
const server = await startServer(readConfig(environment))
const { organizations } = JSON.parse(readFileSync(join(directory, 'sandbox.json'), 'utf8'))
const [{ org_id, apps }] = organizations
const client = createClient({
  baseUrl: server.base,
  clientId: apps[0].client_id,
  clientSecret: apps[0].client_secret,
  scopes: ['member:read', 'member:offboard', 'webhook:write'],
})

const empty = await sizesOf(DATABASE_URL)
await addMembers(environment, org_id, members)
const full = await sizesOf(DATABASE_URL)
show(`of an account (${members} added, every tenth with a resource)`, added(empty, full), members)

const sink = createServer((req, res) => req.resume().on('end', () => res.end('{"received":true}'))).listen(
  0,
  '127.0.0.1',
)
await once(sink, 'listening')
await client.webhookEndpoints.create({
  url: `http://127.0.0.1:${(sink.address() as AddressInfo).port}/`,
  event_types: ['*'],
})
const leaving: string[] = []
for await (const member of client.members.list({ limit: 200 })) {
  if (member.role === 'member' && member.condition === 'normal') leaving.push(member.account_id)
  if (leaving.length === departing) break
}
for (let from = 0; from < departing; from += 500) {
  const items = leaving.slice(from, from + 500).map((account_id) => ({ account_id, reason_code: 'other' as const }))
  let batch = await client.offboardingBatches.create({ items })
  while (batch.status !== 'completed') batch = await client.offboardingBatches.get({ batch_id: batch.batch_id })
}
await server.stop()
show(
  `of a departure (${departing} of them in batches, one endpoint that hears of all)`,
  added(full, await sizesOf(DATABASE_URL)),
  departing,
)
sink.close()
await postgres.stop()
rmSync(directory, { recursive: true, force: true })

function show(what: string, sizes: Sizes, count: number): void {
  const rounded = (one: number) => Math.round((one / count) * 100) / 100
  const rows = [...sizes].filter(([, { rows }]) => rows * 100 > count)
  const total = rows.reduce((sum, [, { bytes }]) => sum + bytes, 0)
  console.log(`\nRows and bytes, indexes included, ${what}`)
  console.table(
    Object.fromEntries([
      ...rows.map(([table, { rows, bytes }]) => [
        table,
        { rows: rounded(rows), bytes: Math.round(bytes / count), 'bytes of a row': Math.round(bytes / rows) },
      ]),
      ['in all', { bytes: Math.round(total / count) }],
    ]),
  )
}
