import { timestamp } from '../clock.ts'
import type { MemberRow } from '../locks/members.ts'
import type { View } from '../store/work.ts'
import type { Linked } from './member.ts'

type Account = Pick<MemberRow, 'account_id' | 'created_at'>

/** The number of earlier accounts that a member shows. */
const MOST_SHOWN = 100

const firstOf = (row: Pick<MemberRow, 'account_id' | 'first_account_id'>) => row.first_account_id ?? row.account_id

/**
 * Reads the earlier accounts of members and their time in the organisation, by account id. It counts from the creation of each account
 * until its departure, without the times between a departure and its restore (S66).
 */
export async function seniorityOf({ db, now }: View, orgId: string, rows: MemberRow[]): Promise<Map<string, Linked>> {
  if (rows.length === 0) return new Map()
  const firsts = [...new Set(rows.map(firstOf))]
  const ofPeople = db.selectFrom('account').select(['account_id', 'first_account_id', 'created_at'])
  // Two searches by an index each, with `or` or `org_id` SQLite reads every account of the organisation; a first account is of the same one.
  const accounts = await ofPeople
    .where('org_id', '=', orgId)
    .where('account_id', 'in', firsts)
    .union(ofPeople.where('first_account_id', 'in', firsts))
    .orderBy('account_id')
    .execute()
  const absences = await db
    .selectFrom('departure')
    .select(['account_id', 'departed_at', 'restored_at'])
    .where('org_id', '=', orgId)
    .where(
      'account_id',
      'in',
      accounts.map(({ account_id }) => account_id),
    )
    .execute()
  const absencesOf = Map.groupBy(absences, ({ account_id }) => account_id)
  const ofPerson = Map.groupBy(accounts, firstOf)
  /** The time of an account until now or its last departure, in milliseconds. */
  const timeOf = ({ account_id, created_at }: Account) =>
    (absencesOf.get(account_id) ?? []).reduce(
      (time, { departed_at, restored_at }) => time - ((restored_at ?? now) - departed_at),
      now - created_at,
    )
  /** The time between the departures and restores of an account, in milliseconds. */
  const awayOf = ({ account_id }: Account) =>
    (absencesOf.get(account_id) ?? []).reduce(
      (time, { departed_at, restored_at }) => time + (restored_at === null ? 0 : restored_at - departed_at),
      0,
    )
  const linked = (row: MemberRow): Linked => {
    const all = ofPerson.get(firstOf(row)) ?? []
    const earlier = all.filter(({ account_id }) => account_id < row.account_id)
    const first = earlier[0]?.created_at ?? row.created_at
    const before = earlier.reduce((sum, one) => sum + timeOf(one), 0)
    return {
      previous_account_ids: earlier.map(({ account_id }) => account_id).slice(-MOST_SHOWN),
      seniority: {
        first_joined_at: timestamp(first),
        counted_from: timestamp(row.created_at - before + awayOf(row)),
        earlier_seconds: Math.max(0, Math.floor(before / 1000)),
      },
    }
  }
  return new Map(rows.map((row) => [row.account_id, linked(row)]))
}
