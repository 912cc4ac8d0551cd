import { chownSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { startConsumer } from '../support/consumer.ts'
import { rows, type Settings } from '../support/database.ts'
import { environmentOn } from '../support/environment.ts'
import { Caller, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { allMade, expectAllMade } from './deliveries.ts'
import { createEndpoints, ping, webhookToken } from './pings.ts'
import { fill, mountSmallDisk } from './small-disk.ts'

describe.each(stores())('on %s', (store) => {
  test('the disk is full: 503 and nothing half done; with room again everything continues', {
    timeout: 180_000,
  }, async (context) => {
    const disk = mountSmallDisk()
    if (disk === undefined) return context.skip('a small disk can only be mounted by root')
    if (store === 'postgres' && process.env.TEST_DATABASE_URL)
      return context.skip("the server's disk is not ours to fill")
    const settings = store === 'sqlite' ? { SENDOFF_DATA_DIR: disk } : await onTablespace(disk)
    const consumer = await startConsumer()
    const server = await startProcess(settings)
    const caller = new Caller(server.base, server.data)
    const endpoints = await createEndpoints(caller, 1, consumer.url)
    const token = await webhookToken(caller)
    const { org_id, dept_id, associated_org_id } = caller.association('upstream')
    const unlinker = await caller.appToken(org_id, 'org:unlink')
    const unlink = () => caller.post('/v1.0/organization/unlink', unlinker, { dept_id, associated_org_id })
    expect(await ping(caller, token, endpoints, 0)).toBe(202)
    await allMade(settings, endpoints)

    fill(disk)
    // There may be room left in pages that the database has already.
    for (let n = 0; n < 5000 && (endpoints.answers[503] ?? 0) < 10; n++) await ping(caller, token, endpoints, 0)
    const statuses = Object.keys(endpoints.answers)
    expect(statuses.filter((status) => !['202', '503'].includes(status))).toEqual([])
    expect(endpoints.answers[503]).toBe(10)
    const before = await countRows(settings)
    const refused = await unlink()
    const isRefused = refused.status === 503
    if (isRefused) {
      expect(refused.body.code).toBe('unavailable')
      expect(await countRows(settings)).toEqual(before)
    }
    expect((await fetch(`${server.base}/healthz`)).status).toBe(200)

    rmSync(join(disk, 'filler'))
    if (isRefused) expect((await unlink()).body).toMatchObject({ result: true })
    expect(await ping(caller, token, endpoints, 0)).toBe(202)
    await allMade(settings, endpoints)
    const made = await expectAllMade(settings, endpoints, consumer)
    expect(await server.kill('SIGTERM')).toMatchObject({ code: 0 })
    const lines = server.stderr().split('\n').length - 1
    console.log(
      `${store}, disk full: ${endpoints.answers[503]} pings and ${isRefused ? 'the' : 'no'} unlink answered 503, nothing of them stored; ` +
        `with room again all went on: ${made} deliveries, 0 lost; ${lines} lines logged`,
    )
  })
})

/** A database whose tables are on a disk, while the log of PostgreSQL is elsewhere. */
async function onTablespace(disk: string): Promise<Settings> {
  const server = inject('postgresUrl')
  const folder = join(disk, 'tablespace')
  mkdirSync(folder)
  // PostgreSQL runs as somebody else when the tests run as root.
  const { uid, gid } = statSync(new URL(server).searchParams.get('host') ?? '/')
  for (const path of [disk, folder]) chownSync(path, uid, gid)
  const settings = await environmentOn('postgres')
  const database = new URL(settings.DATABASE_URL ?? '').pathname.slice(1)
  const name = `small_${database}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await run(`create tablespace ${name} location '${folder}'`)
  await run(`alter database ${database} set tablespace ${name}`)
  onTestFinished(async () => {
    await run(`drop database if exists ${database} with (force)`)
    await run(`drop tablespace ${name}`)
  })
  return settings
}

/** Counts the rows that an unlink and a ping write. */
async function countRows(settings: Settings): Promise<number[]> {
  return rows(settings, async (db) => {
    const counts = []
    for (const table of ['event', 'delivery', 'audit_log'] as const) {
      const { count } = await db
        .selectFrom(table)
        .select((row) => row.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      counts.push(Number(count))
    }
    return counts
  })
}
