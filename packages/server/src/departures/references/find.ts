import type { Schemas } from '@sendoff/api'
import type { RawBuilder } from 'kysely'
import type { Reader, ReferenceRole } from '../../store/schema.ts'
import type { Leaver } from '../handover/recipients.ts'
import type { Holders } from './holders.ts'

/** The most subjects that a preview, an event or a notification lists for one role. */
export const MOST_SUBJECTS = 100

/** A member who may be referred to, or places for the values of one. */
type Referred = { [Name in 'org_id' | 'account_id']: string | RawBuilder<string> }

/** The places that refer to a member, by the role that the member has there, as queries with one column `id`. */
export const referring = {
  manager: (db: Reader, { org_id, account_id }: Referred) =>
    db
      .selectFrom('account')
      .select('account.account_id as id')
      .where('account.org_id', '=', org_id)
      .where('account.manager_id', '=', account_id)
      .where('account.status', '=', 'active')
      .orderBy('account.account_id'),
  department_head: (db: Reader, { org_id, account_id }: Referred) =>
    db
      .selectFrom('department')
      .select('department.dept_id as id')
      .where('department.org_id', '=', org_id)
      .where('department.head_id', '=', account_id)
      .orderBy('department.dept_id'),
  fallback_recipient: (db: Reader, { org_id, account_id }: Referred) =>
    db
      .selectFrom('organization')
      .select('organization.org_id as id')
      .where('organization.org_id', '=', org_id)
      .where('organization.leave_fallback_recipient_id', '=', account_id),
  scheduled_recipient: (db: Reader, { org_id, account_id }: Referred) =>
    db
      .selectFrom('offboarding_recipient as named')
      .select('named.offboarding_id as id')
      .where('named.org_id', '=', org_id)
      .where('named.account_id', '=', account_id)
      .orderBy('named.offboarding_id'),
} as const

export const ROLES = Object.keys(referring) as ReferenceRole[]

/** Lists the places that refer to a member, with the number of each kind and the member who takes the place. */
export async function findReferences(
  db: Reader,
  leaver: Pick<Leaver, 'org_id' | 'account_id'>,
  { holderOf }: Pick<Holders, 'holderOf'>,
): Promise<Schemas['Reference'][]> {
  const found: Schemas['Reference'][] = []
  for (const role of ROLES) found.push(...(await findReferencesIn(db, leaver, role, holderOf(role))))
  return found
}

/** Lists the places that refer to a member in one role; none if there is no such place. */
export async function findReferencesIn(
  db: Reader,
  leaver: Pick<Leaver, 'org_id' | 'account_id'>,
  role: ReferenceRole,
  holder_id: string | null,
): Promise<Schemas['Reference'][]> {
  const places = referring[role](db, leaver) as ReturnType<typeof referring.manager>
  const rows = await places.limit(MOST_SUBJECTS).execute()
  if (rows.length === 0) return []
  const { count } = await places
    .clearOrderBy()
    .clearSelect()
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return [{ role, count, subject_ids: rows.map(({ id }) => String(id)), holder_id }]
}
