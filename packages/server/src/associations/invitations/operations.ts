import { operations, read, write } from '../../operation.ts'
import { acceptInvitation } from './accept.ts'
import { declineInvitation, revokeInvitation } from './close.ts'
import { createInvitation } from './create.ts'
import { listInvitations } from './invitation.ts'

export const associationInvitations = operations({
  'associationInvitations.list': read(listInvitations),
  'associationInvitations.create': write(createInvitation),
  'associationInvitations.accept': write(acceptInvitation),
  'associationInvitations.decline': write(declineInvitation),
  'associationInvitations.revoke': write(revokeInvitation),
})
