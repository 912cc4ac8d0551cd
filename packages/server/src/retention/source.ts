import { type RawBuilder, sql } from 'kysely'
import type { WorkKind } from '../due-work/due-work.ts'
import type { Reader, Schema } from '../store/schema.ts'

const DAY = 24 * 60 * 60 * 1000

/** The policies with a period, and the due work that carries each of them out for one record. */
export const carriedOutBy = {
  reason_retention_days: 'reason_retention',
  record_retention_days: 'record_retention',
} as const satisfies Record<string, WorkKind>

export type RetentionPolicy = keyof typeof carriedOutBy

/** A table with records that a policy reaches, in SQL about its rows. */
export type Source = {
  table: keyof Schema
  /** The column with the id of a record, beside `org_id`. */
  key: string
  /** The beginning of the ids. */
  prefix: string
  /** The table, joined with whatever the other members name. */
  from: RawBuilder<unknown>
  /** The time at which the record ended, in milliseconds; it counts only where `over` holds. */
  end: RawBuilder<number>
  /** A condition: the record has ended, and nothing keeps it. */
  over: RawBuilder<unknown>
  /** The account that the record is about, whose legal holds protect it; null for none. */
  account: RawBuilder<string> | null
}

/** The time at which a departure ends: its restore, or the moment from which nobody can restore it. */
export const departureEnd = sql<number>`coalesce(departure.restored_at, departure.restorable_until, departure.departed_at)`

export const departureOver = sql`departure.status in ('restored', 'purged')`

/** A table joined with the departure to which its records belong; some belong to none. */
export const withDeparture = (table: string) => sql`${sql.table(table)} left join departure
  on departure.org_id = ${sql.ref(`${table}.org_id`)} and departure.departure_id = ${sql.ref(`${table}.departure_id`)}`

/** The end of a record that belongs to a departure, or has its own where it belongs to none. */
export const endWithDeparture = (table: string) =>
  sql<number>`case when departure.departure_id is null then ${sql.ref(`${table}.ended_at`)} else ${departureEnd} end`

export const overWithDeparture = (table: string) =>
  sql`(${departureOver} or departure.departure_id is null and ${sql.ref(`${table}.ended_at`)} is not null)`

/** The latest end of a record whose period of some days is over at a time, in milliseconds. */
export const endedBy = (now: number, days: number) => now - days * DAY

/** The time at which the period of a record is over, in milliseconds. */
export const dueAt = (end: number, days: number) => end + days * DAY

type Looked = { orgId: string; policy: RetentionPolicy }

/** Finds ended records whose due work is not scheduled yet. */
export async function findEnded(db: Reader, source: Source, { orgId, policy }: Looked, by: number, limit: number) {
  const { rows } = await sql<{ id: string }>`select ${idOf(source)} as id from ${source.from}
    where ${keptBy(source, orgId)} and ${source.end} <= ${by} and ${unscheduled(source, policy)}
    order by ${idOf(source)} limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Finds the earliest end of the records that nothing keeps and whose due work is not scheduled, in milliseconds. */
export async function earliestEnd(db: Reader, source: Source, { orgId, policy }: Looked): Promise<number | null> {
  const { rows } = await sql<{ earliest: number | null }>`select min(${source.end}) as earliest from ${source.from}
    where ${keptBy(source, orgId)} and ${unscheduled(source, policy)}`.execute(db)
  return rows[0]?.earliest ?? null
}

/** Checks that a record ended by a time, and that nothing keeps it. */
export async function hasEnded(db: Reader, source: Source, orgId: string, id: string, by: number): Promise<boolean> {
  const { rows } = await sql`select 1 from ${source.from}
    where ${keptBy(source, orgId)} and ${source.end} <= ${by} and ${idOf(source)} = ${id}`.execute(db)
  return rows.length > 0
}

const idOf = ({ table, key }: Source) => sql.ref(`${table}.${key}`)

const keptBy = (source: Source, orgId: string) => sql`${sql.ref(`${source.table}.org_id`)} = ${orgId} and ${source.over}
  ${source.account ? sql`and not exists (${standingHold(orgId, source.account)})` : sql``}`

/** The standing legal holds of an account (S98). */
export const standingHold = (orgId: string, account: RawBuilder<unknown>) => sql`select 1 from legal_hold
  where legal_hold.org_id = ${orgId} and legal_hold.account_id = ${account} and legal_hold.released_at is null`

const unscheduled = (source: Source, policy: RetentionPolicy) => sql`not exists (select 1 from due_work
  where due_work.org_id = ${sql.ref(`${source.table}.org_id`)} and due_work.subject_id = ${idOf(source)}
    and due_work.kind = ${carriedOutBy[policy]})`
