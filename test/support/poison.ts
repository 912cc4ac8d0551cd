import { onTestFinished } from 'vitest'
import { inDatabase } from './database.ts'
import type { Platform } from './platform.ts'

type Poison = {
  table: string
  when: 'insert' | 'update' | 'delete'
  /** A condition on `old` or `new`. */
  where: string
  /** On PostgreSQL, the code of the error. */
  code?: string
}

/**
 * Lets the database refuse some rows, as a broken row or a bug would, until the function that is returned is called, or the test ends.
 *
 * @returns lets the rows through again
 */
export async function poison(platform: Platform, { table, when, where, code = 'P0001' }: Poison) {
  const name = `poison_${table}_${when}`
  const onPostgres = platform.config.databaseUrl !== undefined
  await inDatabase(platform, async (run) => {
    if (!onPostgres) {
      await run(
        `create trigger ${name} before ${when} on ${table} when ${where} begin select raise(abort, 'poisoned'); end`,
      )
      return
    }
    await run(
      `create function ${name}() returns trigger language plpgsql as 'begin raise ''poisoned'' using errcode = ''${code}''; end'`,
    )
    await run(
      `create trigger ${name} before ${when} on ${table} for each row when (${where}) execute function ${name}()`,
    )
  })
  let poisoned = true
  const heal = async () => {
    if (!poisoned) return
    poisoned = false
    await inDatabase(platform, (run) => run(onPostgres ? `drop function ${name} cascade` : `drop trigger ${name}`))
  }
  onTestFinished(heal)
  return heal
}

/** Makes every insertion into a table fail, as {@link poison} does. */
export const failInsertions = (platform: Platform, table: string) =>
  poison(platform, { table, when: 'insert', where: 'true' })
