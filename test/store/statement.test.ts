import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { heldConnection } from '../../packages/server/src/store/held-connection.ts'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { openSqlite } from '../../packages/server/src/store/sqlite.ts'
import { type Placing, statement } from '../../packages/server/src/store/statement.ts'
import type { Store } from '../../packages/server/src/store/store.ts'
import { createDatabase } from '../support/postgres/database.ts'

const directory = mkdtempSync(join(tmpdir(), 'sendoff-test-'))
const opened: Store[] = []
let composed = 0

const keep = statement((db, $: Placing<{ name: string; value: string }>) => {
  composed++
  return db
    .insertInto('setting')
    .values({ name: $('name'), value: $('value') })
    .returning('value')
})
const read = statement((db, $: Placing<{ one: string; other: string }>) =>
  db
    .selectFrom('setting')
    .selectAll()
    .where('name', 'in', [$('one'), $('other')])
    .orderBy('name')
    .forUpdate(),
)

const others = statement((db, $: Placing<{ name: string }>) =>
  db.selectFrom('setting').selectAll().where('name', '=', $('name')).where('value', 'not in', ["it's", '?']),
)

describe('a statement that is composed once', () => {
  beforeAll(async () => {
    const { url } = await createDatabase(inject('postgresUrl'))
    opened.push(await openSqlite(directory), await openPostgres(url))
  })
  afterAll(async () => {
    await Promise.all(opened.map((store) => store.close()))
    rmSync(directory, { recursive: true, force: true })
  })

  test('runs on each kind of store as it has to be written there, each time with the values of the call', async () => {
    for (const store of opened) {
      await store.transaction(async (tx) => {
        expect(await keep(tx, { name: 'a', value: `${store.dialect} 1` })).toEqual([{ value: `${store.dialect} 1` }])
        await keep(tx, { name: 'b', value: `${store.dialect} 2` })
        await keep(tx, { name: 'c', value: `${store.dialect} 3` })
        expect(await read(tx, { one: 'c', other: 'a' })).toEqual([
          { name: 'a', value: `${store.dialect} 1` },
          { name: 'c', value: `${store.dialect} 3` },
        ])
      })
    }
    expect(composed).toBe(2)
  })

  test('has its constants in its text and nothing else as a parameter, so that an index of the rows with a constant is used', async () => {
    for (const store of opened) {
      const executed = vi.spyOn(heldConnection(store.db) ?? store.db.getExecutor(), 'executeQuery')
      expect(await others(store.db, { name: 'no such' })).toEqual([])
      const [query] = executed.mock.calls[0] ?? []
      executed.mockRestore()
      expect(query?.parameters).toEqual(['no such'])
      expect(query?.sql).toContain(`"value" not in ('it''s', '?')`)
    }
  })

  test('does not run without a value that it needs, and says which', async () => {
    const incomplete = { name: 'd' } as { name: string; value: string }
    for (const store of opened) {
      await expect(store.transaction((tx) => keep(tx, incomplete))).rejects.toThrow('no value for value')
    }
  })
})
