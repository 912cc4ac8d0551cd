import type { Kysely } from 'kysely'
import type { Cursors, OpenEvents } from '../cursors.ts'
import { type Tables, tablesOf } from './tables.ts'

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
