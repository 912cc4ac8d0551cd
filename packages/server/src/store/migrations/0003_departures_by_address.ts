import { type Kysely, sql } from 'kysely'
import { jsonText } from '../json-text.ts'

/** Finds the departures of members who had an address, when somebody registers it anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const member of ['email', 'phone']) {
    await db.schema
      .createIndex(`departure_by_${member}`)
      .on('departure')
      .expression(sql`lower(${jsonText(db, 'snapshot', member)})`)
      .execute()
  }
}
