import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dump, query, rows, tablesOf } from '../support/database.ts'
import type { StoreName } from '../support/parts.ts'
import { openPlatform, type Platform, stores } from '../support/platform.ts'

type Column = { table: string; column: string; type: string; nullable: boolean; key: number }

describe.each(stores())('on %s', (store) => {
  test('a start makes the tables of an empty database, and another start changes neither them nor the data', async () => {
    const platform = await open(store)
    const tables = await tablesOf(platform)
    expect(tables).toEqual(expect.arrayContaining(['account', 'delivery', 'event', 'organization', 'webhook_endpoint']))
    const columns = await columnsOf(platform)
    const data = await dump(platform)
    // The console's app keeps the address of the server, which would change with its port.
    Object.assign(platform.config, { port: Number(new URL(platform.base).port) })
    await platform.restart()
    await platform.restart()
    expect(await tablesOf(platform)).toEqual(tables)
    expect(await columnsOf(platform)).toEqual(columns)
    expect(await dump(platform)).toBe(data)
  })
})

test('both stores have the same tables, columns, keys and indexes', async () => {
  const [sqlite, postgres] = [await open('sqlite'), await open('postgres')]
  expect(await tablesOf(postgres)).toEqual(await tablesOf(sqlite))
  const columns = await columnsOf(sqlite)
  expect(columns.length).toBeGreaterThan(100)
  expect(await columnsOf(postgres)).toEqual(columns)
  const indexes = await indexesOf(sqlite)
  expect(indexes.length).toBeGreaterThan(5)
  expect(await indexesOf(postgres)).toEqual(indexes)
})

test('while servers are replaced one after the other, those of the version before count in the same counters', async () => {
  const platform = await open('postgres')
  const count = (at: number) =>
    rows(platform, (db) =>
      sql<{ count: number }>`
        insert into failed_attempt (subject, count, blocked_until) values ('device:old', 1, ${at + 100})
        on conflict (subject) do update set
          count = case when failed_attempt.blocked_until <= ${at} then 1 else failed_attempt.count + 1 end,
          blocked_until = case when failed_attempt.blocked_until <= ${at} then ${at + 100} else failed_attempt.blocked_until end
        returning count`.execute(db),
    ).then((result) => result.rows)
  expect([await count(0), await count(1), await count(200)]).toEqual([[{ count: 1 }], [{ count: 2 }], [{ count: 1 }]])
  const kept = () =>
    rows(platform, (db) => db.selectFrom('counter').selectAll().where('subject', '=', 'device:old').execute())
  expect(await kept()).toEqual([{ subject: 'device:old', count: 1, window_ends_at: '300' }])
  await rows(platform, (db) =>
    db.transaction().execute(async (tx) => {
      await sql`select subject from failed_attempt where blocked_until <= 300 limit 9 for update skip locked`.execute(
        tx,
      )
      await sql`delete from failed_attempt where subject in ('device:old')`.execute(tx)
    }),
  )
  expect(await kept()).toEqual([])
})

async function open(store: StoreName) {
  const { platform, close } = await openPlatform(store)
  onTestFinished(close)
  return platform
}

/** Our own tables' columns; the migrator's have types of each store's own. */
async function columnsOf(platform: Platform): Promise<Column[]> {
  const rows = await query(
    platform,
    platform.config.databaseUrl === undefined
      ? `select t.name as "table", c.name as "column", c.type, not (c."notnull" or c.pk > 0) as nullable, c.pk as key
         from sqlite_schema t, pragma_table_info(t.name) c
         where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'kysely_%' order by 1, 2`
      : `select c.table_name as "table", c.column_name as "column", c.data_type as type, c.is_nullable = 'YES' as nullable,
           coalesce((select u.ordinal_position from information_schema.key_column_usage u
             join information_schema.table_constraints k using (constraint_schema, constraint_name)
             where k.constraint_type = 'PRIMARY KEY' and u.table_name = c.table_name and u.column_name = c.column_name), 0) as key
         from information_schema.columns c
         where c.table_schema = 'public' and c.table_name not like 'kysely_%'
           and c.table_name not in (select v.table_name from information_schema.views v)
         order by c.table_name collate "C", c.column_name collate "C"`,
  )
  return rows.map((row) => ({ ...row, type: row.type.toLowerCase(), nullable: Boolean(row.nullable) }) as Column)
}

/** The indexes with a name of our own; `unique` tells which are. */
async function indexesOf(platform: Platform): Promise<{ table: string; index: string; unique: boolean }[]> {
  const rows = await query(
    platform,
    platform.config.databaseUrl === undefined
      ? `select tbl_name as "table", name as "index", sql as definition from sqlite_schema
         where type = 'index' and sql is not null order by 1, 2`
      : `select tablename as "table", indexname as "index", indexdef as definition from pg_indexes
         where schemaname = 'public' and indexname not like '%\\_pkey' and indexname not like '%\\_pk'
           and indexname not like '%\\_key' order by tablename collate "C", indexname collate "C"`,
  )
  return rows.map(({ table, index, definition }) => ({ table, index, unique: /create unique/i.test(definition) }))
}
