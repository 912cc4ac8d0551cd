import type { OrganizationActor } from '../../actor.ts'
import { hasOtherAdmin } from '../../members/administrators.ts'
import { findMember } from '../../members/member.ts'
import type { Reader } from '../../store/schema.ts'
import { texts } from '../../texts/texts.ts'
import { type ApplicationRow, type LeaveApplication, presentApplication } from './application.ts'

/** Presents an application together with the rules that would refuse its confirmation now, so that its reviewer is warned (S73). */
export async function presentWithBlockers(
  db: Reader,
  actor: OrganizationActor,
  row: ApplicationRow,
): Promise<LeaveApplication> {
  const application = presentApplication(row)
  if (row.status !== 'pending' && row.status !== 'approved') return application
  const { problems } = texts[actor.origin.language ?? 'en']
  const codes = await codesOf(db, row)
  return { ...application, blockers: codes.map((code) => ({ code, detail: problems[code].detail })) }
}

async function codesOf(db: Reader, { org_id, account_id }: ApplicationRow) {
  const { role } = await findMember(db, org_id, account_id)
  if (role === 'founder') return ['founder_must_transfer'] as const
  return role === 'admin' && !(await hasOtherAdmin(db, org_id, account_id)) ? (['last_admin'] as const) : []
}
