import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import type { Platform } from '../support/platform.ts'

type Run = (statement: string, ...values: (string | number | null)[]) => Promise<any[]>

/**
 * Works in the server's database over a second connection, for what can't be brought about or seen over HTTP. Parameters are
 * `$1`, `$2` and so on; each statement is a transaction of its own.
 */
export async function inDatabase<Result>(platform: Platform, work: (run: Run) => Promise<Result>): Promise<Result> {
  const { databaseUrl, dataDirectory } = platform.config
  if (databaseUrl !== undefined) {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    try {
      return await work(async (statement, ...values) => (await client.query(statement, values)).rows)
    } finally {
      await client.end()
    }
  }
  // The server runs in this process, so a lock can't be waited for here: that would keep the server from letting go of it.
  const database = new DatabaseSync(`${dataDirectory}/sendoff.sqlite`, { timeout: 0 })
  try {
    return await work((statement, ...values) => withoutWaiting(database, statement, values))
  } finally {
    database.close()
  }
}

const BUSY = 5

async function withoutWaiting(database: DatabaseSync, statement: string, values: SQLInputValue[]): Promise<any[]> {
  for (;;) {
    try {
      return database.prepare(statement.replaceAll(/\$(\d)/g, '?$1')).all(...values)
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== BUSY) throw error
      await setImmediate()
    }
  }
}

/** Tells which of some texts are anywhere in the database. */
export async function findInDatabase(platform: Platform, ...texts: string[]): Promise<string[]> {
  const everything = await inDatabase(platform, async (run) => {
    const tables = platform.config.databaseUrl
      ? await run(
          "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
        )
      : await run("select name from sqlite_master where type = 'table'")
    const rows = []
    for (const { name } of tables) rows.push(await run(`select * from "${name}"`))
    return JSON.stringify(rows)
  })
  return texts.filter((text) => everything.includes(text))
}

/** Makes every insertion into a table fail until the function that is returned is called, or the test ends. */
export async function failInsertions(platform: Platform, table: string): Promise<() => Promise<void>> {
  const onPostgres = platform.config.databaseUrl !== undefined
  await inDatabase(platform, async (run) => {
    if (!onPostgres) {
      await run(`create trigger failing before insert on ${table} begin select raise(abort, 'it fails'); end`)
      return
    }
    await run("create function fail() returns trigger language plpgsql as 'begin raise ''it fails''; end'")
    await run(`create trigger failing before insert on ${table} for each row execute function fail()`)
  })
  let failing = true
  const stop = async () => {
    if (!failing) return
    failing = false
    await inDatabase(platform, (run) => run(onPostgres ? 'drop function fail cascade' : 'drop trigger failing'))
  }
  onTestFinished(stop)
  return stop
}

/** Associates two organisations of the demo, as `partner`. */
export async function associate(platform: Platform, one: number, other: number) {
  const [own, associated] = [platform.organization(one).org_id, platform.organization(other).org_id]
  const side = { association_id: `assoc_of_the_test_${one}_${other}`, dept_id: 2, associated_dept_id: 2 }
  const insert = `insert into association (org_id, association_id, dept_id, associated_org_id, associated_dept_id, type, status, linked_at)
    values ($1, $2, $3, $4, $5, 'partner', 'linked', $6)`
  await inDatabase(platform, async (run) => {
    await run(insert, own, side.association_id, 2, associated, 2, Date.now())
    await run(insert, associated, side.association_id, 2, own, 2, Date.now())
  })
  return { ...side, org_id: own, associated_org_id: associated }
}

/** Lets an organisation of the demo authorise the third-party app. */
export async function authorize(platform: Platform, index: number, scopes: string[]): Promise<void> {
  const { org_id, members } = platform.organization(index)
  const insert = `insert into "authorization" (org_id, authorization_id, app_id, scopes, status, grant_id, authorized_by, created_at)
    values ($1, $2, $3, $4, 'active', $5, $6, $7)`
  const app = platform.data.third_party_apps[0]?.app_id ?? ''
  const [authorizedBy] = members
  await inDatabase(platform, (run) =>
    run(
      insert,
      org_id,
      `auth_of_the_test_${index}`,
      app,
      JSON.stringify(scopes),
      `gen_of_the_test_${index}`,
      authorizedBy?.account_id ?? '',
      Date.now(),
    ),
  )
}
