import { newId } from '../ids.ts'
import type { Schema } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { addDepartments, ROOT_DEPARTMENT } from './departments.ts'

/** An organisation before it is stored. */
export type NewOrganization = Pick<Schema['organization'], 'name' | 'leave_policy'>

/**
 * Stores an active organisation with its root department but without members.
 *
 * @returns its id
 */
export async function addOrganization(work: Work, organization: NewOrganization): Promise<string> {
  const org_id = newId('org')
  const initial = { status: 'active', leave_fallback_recipient_id: null, last_sequence: 0 } as const
  await work.db
    .insertInto('organization')
    .values({ ...organization, ...initial, org_id, created_at: work.now })
    .execute()
  const { name } = organization
  await addDepartments(work, org_id, [{ dept_id: ROOT_DEPARTMENT, name, parent_dept_id: null, head_id: null }])
  return org_id
}
