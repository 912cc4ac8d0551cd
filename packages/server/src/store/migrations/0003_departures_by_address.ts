import { type Kysely, sql } from 'kysely'
import { jsonText } from '../json-text.ts'

/** Indexes departures by address, to find those of earlier owners when an address is registered again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const member of ['email', 'phone']) {
    await db.schema
      .createIndex(`departure_by_${member}`)
      .on('departure')
      .expression(sql`lower(${jsonText(db, 'snapshot', member)})`)
      .execute()
  }
}
