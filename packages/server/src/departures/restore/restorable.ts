import type { CallOf, Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { findMember } from '../../members/member.ts'
import { Refusal } from '../../refusal.ts'
import type { Reader } from '../../store/schema.ts'
import type { View } from '../../store/work.ts'
import { type DepartureRow, findDepartureRow } from '../departure.ts'
import { findNoted } from '../references/tell.ts'
import { findRestoreConflicts } from './conflicts.ts'
import { findNotRestored } from './not-restored.ts'

/**
 * Finds a departure that can currently be undone (S26, S29, S30).
 *
 * @throws {Refusal} `departure_not_found`, `account_not_restorable`, `already_restored`, `restore_window_expired`
 */
export async function findRestorable(view: View, actor: OrganizationActor, departureId: string): Promise<DepartureRow> {
  await refusePersonal(view.db, departureId)
  const departure = await findDepartureRow(view.db, actor.orgId, departureId)
  if (departure.restorable_until === null) throw new Refusal('account_not_restorable')
  if (departure.status === 'restored') throw new Refusal('already_restored')
  if (departure.status === 'purged' || departure.restorable_until <= view.now)
    throw new Refusal('restore_window_expired')
  return departure
}

/** The departure of a personal account belongs to no organisation, so nobody can undo it (S30). */
async function refusePersonal(db: Reader, departureId: string): Promise<void> {
  const personal = await db
    .selectFrom('departure')
    .select('departure_id')
    .where('org_id', '=', '')
    .where('departure_id', '=', departureId)
    .executeTakeFirst()
  if (personal) throw new Refusal('account_not_restorable')
}

/**
 * Previews a restore: everything that would and would not come back, with all conflicts together. Nothing changes.
 *
 * @throws {Refusal} `admin_required` and the refusals of {@link findRestorable}
 */
export async function previewRestore(
  view: View,
  actor: OrganizationActor,
  { departure_id: departureId }: CallOf<'departures.previewRestore'>,
): Promise<Schemas['RestorePreview']> {
  requireAdministrator(actor)
  const departure = await findRestorable(view, actor, departureId)
  const { account_id, org_id } = departure
  const { resources } = await view.db
    .selectFrom('resource')
    .select((count) => count.fn.countAll<number>().as('resources'))
    .where('org_id', '=', org_id)
    .where('account_id', '=', account_id)
    .where('status', '=', 'held')
    .executeTakeFirstOrThrow()
  return {
    departure_id: departureId,
    account_id,
    conflicts: await findRestoreConflicts(view.db, await findMember(view.db, org_id, account_id)),
    resources,
    not_restored: await findNotRestored(view.db, departure, [1]),
    references: await findNoted(view.db, departure, 'replaced'),
    restorable_until: timestamp(departure.restorable_until ?? view.now),
  }
}
