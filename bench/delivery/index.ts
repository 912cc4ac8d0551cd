/** Measures the deliveries per second of one process, beside a bare undici loop, pg-boss and graphile-worker, in turns in one run. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { openSqlite } from '../../packages/server/src/store/sqlite.ts'
import { createDatabase } from '../../test/support/postgres/database.ts'
import { startPostgres } from '../../test/support/postgres/server.ts'
import { byEngine } from './engine.ts'
import { byGraphileWorker, byPgBoss, byUndici } from './others.ts'

const [rounds = 3, deliveries = 20_000, endpoints = 100] = process.argv.slice(2).map(Number)
const sink = fork(join(import.meta.dirname, 'sink.ts'))
const [port] = (await once(sink, 'message')) as [number]
const directory = mkdtempSync(join(tmpdir(), 'sendoff-bench-'))
const server = await startPostgres({ durable: true })
const [own, boss, graphile] = await Promise.all([server.url, server.url, server.url].map((url) => createDatabase(url)))
if (!own || !boss || !graphile) throw new Error('There is no database')
const sqlite = await openSqlite(directory)
const postgres = await openPostgres(own.url)
const work = { port, deliveries, endpoints }
const contestants: Record<string, () => Promise<number>> = {
  'undici, bare': () => byUndici(work),
  'engine, SQLite': () => byEngine(sqlite, work),
  'engine, PostgreSQL': () => byEngine(postgres, work),
  'pg-boss': () => byPgBoss(boss.url, work),
  'graphile-worker': () => byGraphileWorker(graphile.url, work),
}
const figures = new Map<string, number[]>(Object.keys(contestants).map((name) => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const [name, contest] of Object.entries(contestants)) figures.get(name)?.push(await contest())
}
const median = (name: string): number => figures.get(name)?.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
const bare = median('undici, bare')
const best = Math.max(median('pg-boss'), median('graphile-worker'))
console.log(`${deliveries} deliveries of 1 KB to ${endpoints} endpoints, one process, median of ${rounds}`)
console.table(
  Object.fromEntries(
    [...figures.keys()].map((name) => {
      const perSecond = median(name)
      return [
        name,
        {
          'per second': Math.round(perSecond),
          '÷ undici': ratio(perSecond, bare),
          '÷ the better queue': ratio(perSecond, best),
        },
      ]
    }),
  ),
)
await Promise.all([sqlite.close(), postgres.close()])
await server.stop()
sink.disconnect()
rmSync(directory, { recursive: true, force: true })

function ratio(one: number, other: number): number {
  return Math.round((one / other) * 100) / 100
}
