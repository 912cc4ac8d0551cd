import { timestamp } from '../clock.ts'
import { notifyAdministrators } from '../notifications/notify-administrators.ts'
import type { Work } from '../store/work.ts'
import type { AssociationSide, Ending } from './association.ts'

/**
 * Notifies the administrators of an association's end: those of the other side always, and the own ones unless it was their own act of
 * this moment.
 *
 * @param side the side of the organisation that ended it
 */
export async function notifyOfUnlink(work: Work, side: AssociationSide, { cause }: Ending): Promise<void> {
  const { org_id, associated_org_id, association_id } = side
  const common = { association_id, cause, unlinked_at: timestamp(work.now) }
  const tell = (orgId: string, other: string) =>
    notifyAdministrators(work, orgId, { type: 'association.unlinked', data: { ...common, associated_org_id: other } })
  if (cause === 'scheduled') await tell(org_id, associated_org_id)
  await tell(associated_org_id, org_id)
}
