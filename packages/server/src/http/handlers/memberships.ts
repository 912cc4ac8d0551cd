import { acceptMembershipInvitation, declineMembershipInvitation } from '../../memberships/answer.ts'
import { createMembershipBlock, deleteMembershipBlock, listMembershipBlocks } from '../../memberships/blocks.ts'
import { listMembershipInvitations } from '../../memberships/invitation.ts'
import { type HandlersOf, readAnywhere, writeAnywhere } from '../handler.ts'

export const membershipHandlers: HandlersOf<'membershipInvitations' | 'membershipBlocks'> = {
  'membershipInvitations.list': readAnywhere(async (view, { actor, query }) => ({
    status: 200,
    body: await listMembershipInvitations(view, actor, query),
  })),
  'membershipInvitations.accept': writeAnywhere(async (work, { actor, path }) => ({
    status: 200,
    body: await acceptMembershipInvitation(work, actor, path),
  })),
  'membershipInvitations.decline': writeAnywhere(async (work, { actor, path }) => {
    await declineMembershipInvitation(work, actor, path)
    return { status: 204, body: undefined }
  }),

  'membershipBlocks.list': readAnywhere(async (view, { actor, query }) => ({
    status: 200,
    body: await listMembershipBlocks(view, actor, query),
  })),
  'membershipBlocks.create': writeAnywhere(async (work, { actor, body }) => ({
    status: 201,
    body: await createMembershipBlock(work, actor, body),
  })),
  'membershipBlocks.delete': writeAnywhere(async (work, { actor, path }) => {
    await deleteMembershipBlock(work, actor, path)
    return { status: 204, body: undefined }
  }),
}
