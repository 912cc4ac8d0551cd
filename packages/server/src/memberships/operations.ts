import { operations, readAnywhere, writeAnywhere } from '../operation.ts'
import { acceptMembershipInvitation, declineMembershipInvitation } from './answer.ts'
import { createMembershipBlock, deleteMembershipBlock, listMembershipBlocks } from './blocks.ts'
import { listMembershipInvitations } from './invitation.ts'

export const memberships = operations({
  'membershipInvitations.list': readAnywhere(listMembershipInvitations),
  'membershipInvitations.accept': writeAnywhere(acceptMembershipInvitation),
  'membershipInvitations.decline': writeAnywhere(declineMembershipInvitation),
  'membershipBlocks.list': readAnywhere(listMembershipBlocks),
  'membershipBlocks.create': writeAnywhere(createMembershipBlock),
  'membershipBlocks.delete': writeAnywhere(deleteMembershipBlock),
})
