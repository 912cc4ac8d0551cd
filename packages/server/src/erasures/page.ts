import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { isOneOf } from '../store/recordset.ts'
import type { Tx } from '../store/schema.ts'
import type { Person } from './person.ts'
import { type Personal, personal, tables } from './register.ts'
import { holdsText, isOf, rewrite } from './rewrite.ts'

/** The number of rows that one transaction looks at. */
const PAGE = 200

export type Tally = { looked_at: number; changed: number; found: number; mentions: number }

/** A place in the tables of an organisation: the pass, the table and the key of the last row. */
export type Place = { pass: 'rewrite' | 'verify'; table: number; after: (string | number)[] | null }

type Row = Record<string, unknown>

/**
 * Erases the person from the next page of rows, or searches them for what is left.
 *
 * @param person gets the ids of further batches
 * @param tally counts the rows of the table; it is changed
 * @returns the next place, or undefined after the last
 */
export async function lookAtPage(
  tx: Tx,
  orgId: string,
  person: Person,
  place: Place,
  tally: Tally,
): Promise<Place | undefined> {
  const table = tables[place.table] as (typeof tables)[number]
  const entry: Personal = personal[table]
  const rows = await readPage(tx, orgId, table, entry, place.after)
  for (const row of rows) {
    const ofPerson = isOf(person, entry, row)
    if (place.pass === 'verify') {
      if (holdsText(person, entry, row)) tally[ofPerson ? 'found' : 'mentions']++
      continue
    }
    tally.looked_at++
    if (table === 'audit_log' && person.ids.includes(String(row.actor_id))) await forgetAddress(tx, orgId, row)
    if (table === 'offboarding_batch') await forgetRequester(tx, orgId, person, row)
    if (!ofPerson) continue
    if (table === 'offboarding_batch_item') person.ids.push(String(row.batch_id))
    const changes = rewrite(person, entry, row)
    if (table === 'event') await eraseAnswers(tx, orgId, Number(row.sequence))
    if (Object.keys(changes).length === 0) continue
    await write(tx, orgId, table, entry, row, changes)
    tally.changed++
  }
  const last = rows.at(-1)
  if (last && rows.length === PAGE)
    return { ...place, after: entry.key.map((column) => last[column] as string | number) }
  if (place.table + 1 < tables.length) return { ...place, table: place.table + 1, after: null }
  return place.pass === 'rewrite' ? { pass: 'verify', table: 0, after: null } : undefined
}

async function readPage(
  tx: Tx,
  orgId: string,
  table: string,
  { key }: Personal,
  after: Place['after'],
): Promise<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  const beyond = after === null ? sql`` : sql`and (${columns}) > (${sql.join(after)})`
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where org_id = ${orgId} ${beyond}
    order by ${columns} limit ${PAGE}`.execute(tx)
  return rows
}

async function write(
  tx: Tx,
  orgId: string,
  table: string,
  { key }: Personal,
  row: Row,
  changes: Record<string, string>,
) {
  const set = sql.join(Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))
  const where = sql.join(
    key.map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` and `,
  )
  await sql`update ${sql.table(table)} set ${set} where org_id = ${orgId} and ${where}`.execute(tx)
}

/** The IP address from which the person acted. */
async function forgetAddress(tx: Tx, orgId: string, row: Row): Promise<void> {
  await tx
    .updateTable('audit_log')
    .set({ address: null })
    .where('org_id', '=', orgId)
    .where('audit_id', '=', String(row.audit_id))
    .execute()
}

/** The IP address from which the person asked for a batch. */
async function forgetRequester(tx: Tx, orgId: string, { ids }: Person, { batch_id, actor }: Row): Promise<void> {
  const requester = JSON.parse(String(actor)) as Pick<Actor, 'id' | 'origin'>
  if (!ids.includes(requester.id) || requester.origin.address === null) return
  await tx
    .updateTable('offboarding_batch')
    .set({ actor: JSON.stringify({ ...requester, origin: { ...requester.origin, address: null } }) })
    .where('org_id', '=', orgId)
    .where('batch_id', '=', String(batch_id))
    .execute()
}

/** The answers of endpoints to an event of the person may repeat it. */
async function eraseAnswers(tx: Tx, orgId: string, sequence: number): Promise<void> {
  const deliveries = await tx
    .selectFrom('delivery')
    .select('delivery_id')
    .where('org_id', '=', orgId)
    .where('sequence', '=', sequence)
    .execute()
  if (deliveries.length === 0) return
  const ids = deliveries.map(({ delivery_id }) => delivery_id)
  await tx
    .updateTable('attempt')
    .set({ response_body: null, location: null })
    .where('org_id', '=', orgId)
    .where(isOneOf(tx, 'delivery_id', ids))
    .execute()
}
