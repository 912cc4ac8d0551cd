import type { CallOf, Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { timestamp } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Schema } from '../store/schema.ts'
import type { View } from '../store/work.ts'

export type DeletionRow = Selectable<Schema['department_deletion']>

/** A deletion as the contract shows it. */
export const presentDeletion = (row: DeletionRow): Schemas['DepartmentDeletion'] => ({
  deletion_id: row.deletion_id,
  dept_id: row.dept_id,
  name: row.name,
  move_to: row.move_to,
  status: row.status,
  contents: JSON.parse(row.contents),
  named_by: JSON.parse(row.named_by),
  moved: row.moved,
  requested_at: timestamp(row.requested_at),
  completed_at: row.completed_at === null ? null : timestamp(row.completed_at),
})

const ofOrganization = (db: Reader, orgId: string) =>
  db.selectFrom('department_deletion').selectAll().where('org_id', '=', orgId)

/** Finds a deletion by its id. */
export function findDeletion(db: Reader, orgId: string, deletionId: string): Promise<DeletionRow> {
  return ofOrganization(db, orgId).where('deletion_id', '=', deletionId).executeTakeFirstOrThrow()
}

/**
 * Reads the deletion of a department. A number is given once, so there is one at most.
 *
 * @throws {Refusal} `admin_required`, `department_not_found`
 */
export async function getDeletion(
  { db }: View,
  actor: OrganizationActor,
  { dept_id }: CallOf<'departments.getDeletion'>,
): Promise<Schemas['DepartmentDeletion']> {
  requireAdministrator(actor)
  const row = await ofOrganization(db, actor.orgId).where('dept_id', '=', dept_id).executeTakeFirst()
  if (!row) throw new Refusal('department_not_found')
  return presentDeletion(row)
}

/**
 * Checks that no deletion of a department is running; call it with the organisation locked. A move in the meantime could put its
 * destination below what is moved there.
 *
 * @throws {Refusal} `department_deletion_running`
 */
export async function requireNoDeletion(db: Reader, orgId: string): Promise<void> {
  const running = await db
    .selectFrom('department')
    .select('dept_id')
    .where('org_id', '=', orgId)
    .where('deletion_id', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (running) throw new Refusal('department_deletion_running')
}
