import type { Kysely, Transaction } from 'kysely'
import type { Dedupe } from './dedupe.ts'
import { PermanentError } from './error.ts'
import { tablesOf } from './kysely/tables.ts'

export { kyselyCursors } from './kysely/cursors.ts'
export { createTables } from './kysely/tables.ts'

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
    async receipt(id) {
      const kept = tablesOf(db).selectFrom('sendoff_receipt').select('receipt').where('event_id', '=', id)
      const row = await kept.executeTakeFirst()
      return row && JSON.parse(row.receipt)
    },
    async once(id, work) {
      if (inFlight.has(id)) return 'in_flight'
      inFlight.add(id)
      try {
        return await db.transaction().execute(async (tx) => {
          if (!(await record(tx, id))) return 'duplicate'
          const { guarded, end } = guard(tx)
          // Kysely refuses a query only after the rollback; one that is sent while it is under way would be committed by itself.
          const receipt = await work({ tx: guarded }).catch(async (error) => {
            await end(id)
            throw error
          })
          if (receipt) {
            const row = { event_id: id, receipt: JSON.stringify(receipt), handled_at: Date.now() }
            await tablesOf(tx).insertInto('sendoff_receipt').values(row).execute()
          }
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

/** Removes the records of events that were handled before `time`. Keep them for more than 30 days, in which the platform can send an event again. */
export async function forgetEvents<DB>(db: Kysely<DB>, time: Date): Promise<void> {
  for (const table of ['sendoff_event', 'sendoff_receipt', 'sendoff_subject'] as const) {
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
