import type { Tx } from '../store/schema.ts'

/**
 * Moves unaccepted memberships from one sign-in to another, because they belong to the owner of the address, which can
 * change. A membership that is being answered at this moment stays: waiting for it could deadlock.
 *
 * @param from locked
 */
export async function moveInvitations(tx: Tx, from: string, to: string): Promise<void> {
  const movable = await lockInvitations(tx, from)
  if (movable.length === 0) return
  await tx.updateTable('account').set({ identity_id: to }).where('account_id', 'in', movable).execute()
}

/** @returns the invitations of a sign-in, locked, without those that are being answered */
async function lockInvitations(tx: Tx, identityId: string): Promise<string[]> {
  const rows = await invitationsOf(tx, identityId).forUpdate().skipLocked().execute()
  return rows.map(({ account_id }) => account_id)
}

/** Checks if a sign-in has unaccepted memberships that can't be moved because one is being answered. */
export async function hasInvitationUnderWay(tx: Tx, identityId: string): Promise<boolean> {
  const locked = await lockInvitations(tx, identityId)
  return (await invitationsOf(tx, identityId).execute()).length > locked.length
}

const invitationsOf = (tx: Tx, identityId: string) =>
  tx
    .selectFrom('account')
    .select('account_id')
    .where('identity_id', '=', identityId)
    .where('status', '=', 'active')
    .where('accepted_at', 'is', null)
