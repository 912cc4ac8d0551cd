import type { Kysely, Transaction } from 'kysely'
import type { Cursors } from './cursors.ts'
import type { Dedupe } from './dedupe.ts'
import { PermanentError } from './error.ts'

interface Tables {
  sendoff_event: { event_id: string; handled_at: number | bigint | string }
  sendoff_cursor: { organization: string; sequence: number | bigint | string }
}

/** What a handler gets from {@link kyselyDedupe}: write through `tx`, and your effect is there exactly when the event is recorded. */
export interface InTransaction<DB> {
  readonly tx: Transaction<DB>
}

/**
 * Remembers in your database, in the transaction in which the handler writes: effectively once, over restarts and processes.
 * In this process a duplicate of what is being handled is told so; from another one it waits for the outcome.
 *
 * @param db on SQLite or PostgreSQL, with the tables of {@link createTables}
 */
export function kyselyDedupe<DB>(db: Kysely<DB>): Dedupe<InTransaction<DB>> {
  const inFlight = new Set<string>()
  return {
    async once(id, work) {
      if (inFlight.has(id)) return 'in_flight'
      inFlight.add(id)
      try {
        return await db.transaction().execute(async (tx) => {
          if (!(await record(tx, id))) return 'duplicate'
          await work({ tx })
          return 'handled'
        })
      } catch (error) {
        // What the handler wrote is rolled back, and the id with it.
        if (error instanceof PermanentError) await record(db, id)
        throw error
      } finally {
        inFlight.delete(id)
      }
    },
  }
}

/** Cursors in your database. */
export function kyselyCursors<DB>(db: Kysely<DB>): Cursors {
  const tables = tablesOf(db)
  return {
    async get(organization) {
      const row = await tables
        .selectFrom('sendoff_cursor')
        .select('sequence')
        .where('organization', '=', organization)
        .executeTakeFirst()
      // PostgreSQL's driver gives a bigint as text.
      return row && Number(row.sequence)
    },
    async set(organization, sequence) {
      await tables
        .insertInto('sendoff_cursor')
        .values({ organization, sequence })
        .onConflict((conflict) =>
          conflict.column('organization').doUpdateSet({ sequence }).where('sendoff_cursor.sequence', '<', sequence),
        )
        .execute()
    },
  }
}

/** Makes the tables `sendoff_event` and `sendoff_cursor` where they are not there yet; call it in a migration, or at start. */
export async function createTables<DB>(db: Kysely<DB>): Promise<void> {
  await db.schema
    .createTable('sendoff_event')
    .ifNotExists()
    .addColumn('event_id', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('handled_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('sendoff_cursor')
    .ifNotExists()
    .addColumn('organization', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .execute()
}

/** Forgets events handled before `time`. The platform can send an event again for 30 days: keep them for longer than that. */
export async function forgetEvents<DB>(db: Kysely<DB>, time: Date): Promise<void> {
  await tablesOf(db).deleteFrom('sendoff_event').where('handled_at', '<', time.getTime()).execute()
}

/** @returns whether it was not there before */
async function record<DB>(db: Kysely<DB>, id: string): Promise<boolean> {
  const inserted = await tablesOf(db)
    .insertInto('sendoff_event')
    .values({ event_id: id, handled_at: Date.now() })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .returning('event_id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Our two tables are in the database, and not in its type. */
function tablesOf<DB>(db: Kysely<DB>): Kysely<Tables> {
  return db as unknown as Kysely<Tables>
}
