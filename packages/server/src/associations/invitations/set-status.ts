import type { Tx } from '../../store/schema.ts'
import type { Invitation } from './invitation.ts'

/** Closes an invitation. Its expiry still falls due and then finds it closed. */
export async function setInvitationStatus(
  tx: Tx,
  { org_id, invitation_id }: Invitation,
  status: 'accepted' | 'declined' | 'revoked',
): Promise<void> {
  await tx
    .updateTable('association_invitation')
    .set({ status })
    .where('org_id', '=', org_id)
    .where('invitation_id', '=', invitation_id)
    .execute()
}
