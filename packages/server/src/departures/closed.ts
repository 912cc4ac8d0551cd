import type { MemberRow } from '../locks/members.ts'
import type { Reader } from '../store/schema.ts'

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
  const departments = await db
    .selectFrom('department')
    .select('dept_id')
    .where('org_id', '=', org_id)
    .where('head_id', '=', account_id)
    .orderBy('dept_id')
    .execute()
  const organization = await db
    .selectFrom('organization')
    .select('leave_fallback_recipient_id')
    .where('org_id', '=', org_id)
    .executeTakeFirstOrThrow()
  const offboarding = await db
    .selectFrom('offboarding')
    .select('offboarding_id')
    .where('org_id', '=', org_id)
    .where('account_id', '=', account_id)
    .where('status', '=', 'scheduled')
    .executeTakeFirst()
  const application = await db
    .selectFrom('leave_application')
    .select('application_id')
    .where('org_id', '=', org_id)
    .where('account_id', '=', account_id)
    .where('status', 'in', ['pending', 'approved'])
    .executeTakeFirst()
  return {
    head_of: departments.map(({ dept_id }) => Number(dept_id)),
    fallback: organization.leave_fallback_recipient_id === account_id,
    offboarding_id: offboarding?.offboarding_id ?? null,
    application_id: application?.application_id ?? null,
  }
}
