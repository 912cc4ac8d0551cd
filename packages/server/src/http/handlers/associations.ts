import { getAssociation, listAssociations } from '../../associations/association.ts'
import { createAssociationBlock, deleteAssociationBlock, listAssociationBlocks } from '../../associations/blocks.ts'
import { acceptInvitation } from '../../associations/invitations/accept.ts'
import { declineInvitation, revokeInvitation } from '../../associations/invitations/close.ts'
import { createInvitation } from '../../associations/invitations/create.ts'
import { listInvitations } from '../../associations/invitations/invitation.ts'
import { type HandlersOf, read, write } from '../handler.ts'

export const associationHandlers: HandlersOf<'associations' | 'associationInvitations' | 'associationBlocks'> = {
  'associations.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listAssociations(view, actor, query),
  })),
  'associations.get': read(async (view, { actor, path }) => ({
    status: 200,
    body: await getAssociation(view, actor, path),
  })),

  'associationInvitations.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listInvitations(view, actor, query),
  })),
  'associationInvitations.create': write(async (work, { actor, body }) => ({
    status: 201,
    body: await createInvitation(work, actor, body),
  })),
  'associationInvitations.accept': write(async (work, { actor, path, body }) => ({
    status: 200,
    body: await acceptInvitation(work, actor, { ...path, ...body }),
  })),
  'associationInvitations.decline': write(async (work, { actor, path }) => ({
    status: 200,
    body: await declineInvitation(work, actor, path),
  })),
  'associationInvitations.revoke': write(async (work, { actor, path }) => ({
    status: 200,
    body: await revokeInvitation(work, actor, path),
  })),

  'associationBlocks.list': read(async (view, { actor, query }) => ({
    status: 200,
    body: await listAssociationBlocks(view, actor, query),
  })),
  'associationBlocks.create': write(async (work, { actor, body }) => ({
    status: 201,
    body: await createAssociationBlock(work, actor, body),
  })),
  'associationBlocks.delete': write(async (work, { actor, path }) => {
    await deleteAssociationBlock(work, actor, path)
    return { status: 204, body: undefined }
  }),
}
