import type { Tx } from '../../store/schema.ts'
import type { AssociationSide } from '../association.ts'
import type { ScheduledUnlinkRow } from './scheduled-unlink.ts'

/** Reads the association of a scheduled unlink, from the view of the side that scheduled it; it may have ended. */
export async function findSide(
  tx: Tx,
  { org_id, association_id }: Pick<ScheduledUnlinkRow, 'org_id' | 'association_id'>,
): Promise<AssociationSide> {
  return tx
    .selectFrom('association')
    .selectAll()
    .where('org_id', '=', org_id)
    .where('association_id', '=', association_id)
    .executeTakeFirstOrThrow()
}
