import { acceptMembershipInvitation, declineMembershipInvitation } from '../../memberships/answer.ts'
import { createMembershipBlock, deleteMembershipBlock, listMembershipBlocks } from '../../memberships/blocks.ts'
import { listMembershipInvitations } from '../../memberships/invitation.ts'
import { type HandlersOf, readAnywhere, writeAnywhere } from '../handler.ts'

export const membershipHandlers: HandlersOf<'membershipInvitations' | 'membershipBlocks'> = {
  'membershipInvitations.list': readAnywhere(async (db, { actor, query }) => ({
    status: 200,
    body: await listMembershipInvitations(db, actor, query),
  })),
  'membershipInvitations.accept': writeAnywhere(async (tx, { actor, path, now }) => ({
    status: 200,
    body: await acceptMembershipInvitation(tx, actor, path.account_id, now),
  })),
  'membershipInvitations.decline': writeAnywhere(async (tx, { actor, path, now }) => {
    await declineMembershipInvitation(tx, actor, path.account_id, now)
    return { status: 204, body: undefined }
  }),

  'membershipBlocks.list': readAnywhere(async (db, { actor, query }) => ({
    status: 200,
    body: await listMembershipBlocks(db, actor, query),
  })),
  'membershipBlocks.create': writeAnywhere(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await createMembershipBlock(tx, actor, body, now),
  })),
  'membershipBlocks.delete': writeAnywhere(async (tx, { actor, path }) => {
    await deleteMembershipBlock(tx, actor, path.org_id)
    return { status: 204, body: undefined }
  }),
}
