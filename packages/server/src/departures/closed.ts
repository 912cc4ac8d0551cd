import type { MemberRow } from '../locks/members.ts'
import type { Reader } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'

/** The relations that a member had and what was open for them when they departed, as ids; a restore says what is lost of it. */
export type Closed = {
  /** The departments whose head they were. */
  head_of: number[]
  /** True if they took over by the leave policy. */
  fallback: boolean
  offboarding_id: string | null
  application_id: string | null
}

/** Reads what a departure is about to close. */
export async function readClosed(db: Reader, { org_id, account_id }: MemberRow): Promise<Closed> {
  const of = { org_id, account_id }
  const [departments, [organization], [offboarding], [application]] = await Promise.all([
    readHeadOf(db, of),
    readFallback(db, of),
    readScheduled(db, of),
    readOpen(db, of),
  ])
  return {
    head_of: departments.map(({ dept_id }) => Number(dept_id)),
    fallback: organization?.leave_fallback_recipient_id === account_id,
    offboarding_id: offboarding?.offboarding_id ?? null,
    application_id: application?.application_id ?? null,
  }
}

type Of = Pick<MemberRow, 'org_id' | 'account_id'>

const readHeadOf = statement((db, $: Placing<Of>) =>
  db
    .selectFrom('department')
    .select('dept_id')
    .where('org_id', '=', $('org_id'))
    .where('head_id', '=', $('account_id'))
    .orderBy('dept_id'),
)

const readFallback = statement((db, $: Placing<Of>) =>
  db.selectFrom('organization').select('leave_fallback_recipient_id').where('org_id', '=', $('org_id')),
)

const readScheduled = statement((db, $: Placing<Of>) =>
  db
    .selectFrom('offboarding')
    .select('offboarding_id')
    .where('org_id', '=', $('org_id'))
    .where('account_id', '=', $('account_id'))
    .where('status', '=', 'scheduled'),
)

const readOpen = statement((db, $: Placing<Of>) =>
  db
    .selectFrom('leave_application')
    .select('application_id')
    .where('org_id', '=', $('org_id'))
    .where('account_id', '=', $('account_id'))
    .where('status', 'in', ['pending', 'approved']),
)
