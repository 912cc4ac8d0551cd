import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import type { Reader } from '../store/schema.ts'
import type { View } from '../store/work.ts'

/**
 * Counts the members of the organisation and its open matters, by indexes alone.
 *
 * @throws {Refusal} `admin_required`
 */
export async function getCounts({ db }: View, actor: OrganizationActor): Promise<Schemas['Counts']> {
  requireAdministrator(actor)
  const { orgId } = actor
  return {
    ...(await countMembers(db, orgId)),
    departments: await countRows(db, orgId, 'department'),
    associations: await countRows(db, orgId, 'association', 'linked'),
    offboardings_scheduled: await countRows(db, orgId, 'offboarding', 'scheduled'),
    leave_applications_pending: await countRows(db, orgId, 'leave_application', 'pending'),
  }
}

async function countMembers(db: Reader, orgId: string) {
  const groups = await db
    .selectFrom('account')
    .select(['status', 'role', 'condition'])
    .select(({ fn }) => [
      fn.countAll<number | string>().as('all'),
      fn.count<number | string>('accepted_at').as('accepted'),
    ])
    .where('org_id', '=', orgId)
    .where('status', 'in', ['active', 'departed'])
    .groupBy(['status', 'role', 'condition'])
    .execute()
  const members = { active: 0, departed: 0 }
  const roles = { founder: 0, admin: 0, member: 0 }
  const conditions = { normal: 0, frozen: 0, banned: 0, suspended: 0, abnormal: 0 }
  let invited = 0
  for (const { status, role, condition, all, accepted } of groups) {
    const count = Number(all)
    if (status === 'departed') members.departed += count
    if (status !== 'active') continue
    members.active += count
    if (role !== null) roles[role] += count
    conditions[condition] += count
    invited += count - Number(accepted)
  }
  return { members, roles, conditions, invited }
}

type Counted = 'department' | 'association' | 'offboarding' | 'leave_application'

async function countRows(db: Reader, orgId: string, table: Counted, status?: string): Promise<number> {
  let query = db
    .selectFrom(table as 'association')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('org_id', '=', orgId)
  if (status !== undefined) query = query.where('status', '=', status as 'linked')
  return Number((await query.executeTakeFirstOrThrow()).count)
}
