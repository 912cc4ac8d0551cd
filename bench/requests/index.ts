/** Measures requests to one process of the platform, each beside a bare server that does the same without our layers, in turns. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { openSqlite } from '../../packages/server/src/store/sqlite.ts'
import { createDatabase } from '../../test/support/postgres/database.ts'
import { startPostgres } from '../../test/support/postgres/server.ts'
import type { Asked } from './client.ts'
import { compare, median, startClient } from './measure.ts'
import { SCOPES } from './prepare.ts'
import { startBare } from './process.ts'
import { startToReady } from './start.ts'
import { type Place, tokenRequest, unlinks } from './unlinks.ts'

const [rounds = 5, count = 800, connections = 16] = process.argv.slice(2).map(Number)
const root = mkdtempSync(join(tmpdir(), 'sendoff-bench-'))
const postgres = await startPostgres({ durable: true })
const client = startClient(connections)
const sizes = { initiators: connections, associations: (rounds + 1) * count }

const onSqlite: Place = {
  name: 'SQLite',
  open: async (directory) => ({
    store: await openSqlite(directory),
    environment: {},
    bare: join(directory, 'sendoff.sqlite'),
  }),
}
const onPostgres: Place = {
  name: 'PostgreSQL',
  async open() {
    const { url } = await createDatabase(postgres.url)
    return { store: await openPostgres(url), environment: { DATABASE_URL: url }, bare: url }
  },
}

const table: object[] = []
const sqlite = await unlinks(onSqlite, root, sizes)
for (const comparison of sqlite.comparisons) table.push(await compare(comparison, client, rounds, count))

const { platform, app, token } = sqlite
const issuer = platform.base
const bareTokens = await startBare('tokens.ts', app.client_id, app.client_secret, issuer, SCOPES.join(' '))
const askForToken = (n: number): Asked[] => Array.from({ length: n }, () => tokenRequest(app))
table.push(
  await compare(
    {
      name: 'token, client_credentials, ES256',
      bar: 0.9,
      platform: { server: platform, asked: askForToken },
      bare: { server: bareTokens, asked: askForToken },
    },
    client,
    rounds,
    count,
  ),
)
const read: Asked = { method: 'GET', path: '/v1.0/organization', headers: { authorization: `Bearer ${token}` } }
const answer = await fetch(`${platform.base}${read.path}`, { headers: read.headers })
const bareAnswer = await startBare('answer.ts', String((await answer.text()).length))
const askToRead = (n: number): Asked[] => Array.from({ length: n }, () => read)
const reading = { name: 'organization.get, SQLite', bar: 0.5 }
const [ours, bare] = [platform, bareAnswer].map((server) => ({ server, asked: askToRead }))
if (ours && bare) table.push(await compare({ ...reading, platform: ours, bare }, client, rounds, count * 3))
await Promise.all([platform, sqlite.bare, bareTokens, bareAnswer].map((server) => server.stop()))

const other = await unlinks(onPostgres, root, sizes)
for (const comparison of other.comparisons) table.push(await compare(comparison, client, rounds, count))
await Promise.all([other.platform, other.bare].map((server) => server.stop()))

client.stop()
await postgres.stop()
rmSync(root, { recursive: true, force: true })
const starts: number[] = []
for (let round = 0; round < rounds; round++) starts.push(await startToReady())

console.log(
  [
    `${connections} connections, medians of ${rounds} turns of ${count} requests (${count * 3} reads); the ratio is that of neighbouring turns.`,
    'CPU ms: what the process of the server used for a request. An unlink records two events, a delivery and two entries of the audit log.',
    'The consumers have asked for a pause: deliveries are recorded, and none is sent. Bare: the same statements, in one durable transaction.',
  ].join('\n'),
)
console.table(Object.assign({}, ...table))
console.log(`From start to ready on an empty SQLite: ${Math.round(median(starts) * 1000)} ms (at most 1000)`)
