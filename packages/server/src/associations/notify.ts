import { timestamp } from '../clock.ts'
import { notifyEach } from '../notifications/notify.ts'
import { type findAdministrators, notifyAdministrators } from '../notifications/notify-administrators.ts'
import type { Work } from '../store/work.ts'
import type { AssociationSide, Ending } from './association.ts'

/**
 * Notifies the administrators of an association's end: those of the other side always, and the own ones unless it was their own act of
 * this moment.
 *
 * @param side the side of the organisation that ended it
 * @param others the administrators of the other side
 */
export async function notifyOfUnlink(
  work: Work,
  side: AssociationSide,
  { cause }: Ending,
  others: Awaited<ReturnType<typeof findAdministrators>>,
): Promise<void> {
  const { org_id, associated_org_id, association_id } = side
  const common = { association_id, cause, unlinked_at: timestamp(work.now) }
  const message = (other: string) =>
    ({ type: 'association.unlinked', data: { ...common, associated_org_id: other } }) as const
  if (cause === 'scheduled') await notifyAdministrators(work, org_id, message(associated_org_id))
  await notifyEach(work, associated_org_id, others, message(org_id))
}
