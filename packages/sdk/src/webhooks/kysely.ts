import type { Kysely, Transaction } from 'kysely'
import type { Cursors, OpenEvents } from './cursors.ts'
import type { Dedupe } from './dedupe.ts'
import { PermanentError } from './error.ts'

interface Tables {
  sendoff_event: { event_id: string; handled_at: number | bigint | string }
  sendoff_cursor: { organization: string; sequence: number | bigint | string }
  sendoff_open_event: { organization: string; sequence: number | bigint | string }
  sendoff_subject: {
    organization: string
    subject: string
    sequence: number | bigint | string
    handled_at: number | bigint | string
  }
}

/** The context from {@link kyselyDedupe}: an effect that is written through `tx` is committed together with the record of its event. */
export interface InTransaction<DB> {
  readonly tx: Transaction<DB>
}

/**
 * Records events in your database, in the transaction in which the handler writes: effectively once, across restarts and processes.
 * A duplicate in the same process is answered as under way; one in another process waits for the outcome. At the handler's time limit
 * the transaction is rolled back and its connection released; later writes through `tx` are refused.
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
          const { guarded, end } = guard(tx)
          // Kysely refuses a query only after the rollback; one that is sent while it is under way would be committed by itself.
          await work({ tx: guarded }).catch(async (error) => {
            await end(id)
            throw error
          })
          return 'handled'
        })
      } catch (error) {
        // The handler's writes are rolled back, and the record of the id with them.
        if (error instanceof PermanentError) await record(db, id)
        throw error
      } finally {
        inFlight.delete(id)
      }
    },
  }
}

/**
 * Tells whether an event is the newest so far about its subject, and records it in the transaction of its effect. Deliveries overtake
 * each other, and a failed one is repeated after newer ones: change nothing if the result is `false`.
 *
 * @param tx the transaction of the handler
 * @param subject the id of the thing in the organisation whose latest state the events report, for example an account
 * @example if (await isNewest(tx, event, event.data.account_id)) await tx.updateTable('login')…
 */
export async function isNewest<DB>(
  tx: Transaction<DB>,
  { org_id: organization, sequence }: { readonly org_id: string; readonly sequence: number },
  subject: string,
): Promise<boolean> {
  const handled_at = Date.now()
  const recorded = await tablesOf(tx)
    .insertInto('sendoff_subject')
    .values({ organization, subject, sequence, handled_at })
    .onConflict((conflict) =>
      conflict
        .columns(['organization', 'subject'])
        .doUpdateSet({ sequence, handled_at })
        .where('sendoff_subject.sequence', '<', sequence),
    )
    .returning('subject')
    .executeTakeFirst()
  return recorded !== undefined
}

/** Keeps cursors and open events in your database. */
export function kyselyCursors<DB>(db: Kysely<DB>): Cursors {
  const tables = tablesOf(db)
  return {
    open: openEvents(tables),
    async reset(organization, sequence) {
      await tables
        .insertInto('sendoff_cursor')
        .values({ organization, sequence })
        .onConflict((conflict) => conflict.column('organization').doUpdateSet({ sequence }))
        .execute()
      // New events will have lower numbers than these.
      await tables
        .deleteFrom('sendoff_subject')
        .where('organization', '=', organization)
        .where('sequence', '>', sequence)
        .execute()
    },
    async get(organization) {
      const row = await tables
        .selectFrom('sendoff_cursor')
        .select('sequence')
        .where('organization', '=', organization)
        .executeTakeFirst()
      // PostgreSQL's driver returns a bigint as text.
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

function openEvents(tables: Kysely<Tables>): OpenEvents {
  return {
    async list(organization) {
      const rows = await tables
        .selectFrom('sendoff_open_event')
        .select('sequence')
        .where('organization', '=', organization)
        .orderBy('sequence')
        .limit(1000)
        .execute()
      return rows.map(({ sequence }) => Number(sequence))
    },
    async add(organization, sequence) {
      await tables
        .insertInto('sendoff_open_event')
        .values({ organization, sequence })
        .onConflict((conflict) => conflict.columns(['organization', 'sequence']).doNothing())
        .execute()
    },
    async remove(organization, sequence) {
      await tables
        .deleteFrom('sendoff_open_event')
        .where('organization', '=', organization)
        .where('sequence', '=', sequence)
        .execute()
    },
  }
}

/**
 * Creates the tables `sendoff_event`, `sendoff_cursor`, `sendoff_open_event` and `sendoff_subject` if they do not exist; call it in a
 * migration or at start.
 */
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
  await db.schema
    .createTable('sendoff_open_event')
    .ifNotExists()
    .addColumn('organization', 'varchar(64)', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sendoff_open_event_key', ['organization', 'sequence'])
    .execute()
  await db.schema
    .createTable('sendoff_subject')
    .ifNotExists()
    .addColumn('organization', 'varchar(64)', (column) => column.notNull())
    .addColumn('subject', 'varchar(255)', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('handled_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sendoff_subject_key', ['organization', 'subject'])
    .execute()
}

/** Removes the records of events that were handled before `time`. Keep them for more than 30 days, in which the platform can send an event again. */
export async function forgetEvents<DB>(db: Kysely<DB>, time: Date): Promise<void> {
  for (const table of ['sendoff_event', 'sendoff_subject'] as const) {
    await tablesOf(db).deleteFrom(table).where('handled_at', '<', time.getTime()).execute()
  }
}

/** Makes a transaction that refuses queries from `end` on. `end` waits for those that were made before. */
function guard<DB>(tx: Transaction<DB>) {
  let ended = false
  const guarded = tx.withPlugin({
    transformQuery({ node }) {
      if (ended) throw new Error('The transaction of this handler has ended')
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const end = async (id: string) => {
    ended = true
    // A transaction runs one query at a time, so this one runs last. It fails if one before it did.
    const last = tablesOf(tx).selectFrom('sendoff_event').select('event_id').where('event_id', '=', id)
    await last.execute().catch(() => undefined)
  }
  return { guarded, end }
}

/** Records an event. @returns whether it was new */
async function record<DB>(db: Kysely<DB>, id: string): Promise<boolean> {
  const inserted = await tablesOf(db)
    .insertInto('sendoff_event')
    .values({ event_id: id, handled_at: Date.now() })
    .onConflict((conflict) => conflict.column('event_id').doNothing())
    .returning('event_id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The tables of this module, which are in the database but not in its type. */
function tablesOf<DB>(db: Kysely<DB>): Kysely<Tables> {
  return db as unknown as Kysely<Tables>
}
