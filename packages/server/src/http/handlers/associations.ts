import { getAssociation, listAssociations } from '../../associations/association.ts'
import { createAssociationBlock, deleteAssociationBlock, listAssociationBlocks } from '../../associations/blocks.ts'
import { acceptInvitation } from '../../associations/invitations/accept.ts'
import { declineInvitation, revokeInvitation } from '../../associations/invitations/close.ts'
import { createInvitation } from '../../associations/invitations/create.ts'
import { listInvitations } from '../../associations/invitations/invitation.ts'
import { type HandlersOf, read, write } from '../handler.ts'

export const associationHandlers: HandlersOf<'associations' | 'associationInvitations' | 'associationBlocks'> = {
  'associations.list': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listAssociations(db, actor, query),
  })),
  'associations.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getAssociation(db, actor, path.association_id),
  })),

  'associationInvitations.list': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listInvitations(db, actor, query),
  })),
  'associationInvitations.create': write(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await createInvitation(tx, actor, body, now),
  })),
  'associationInvitations.accept': write(async (tx, { actor, path, body, now }) => ({
    status: 200,
    body: await acceptInvitation(tx, actor, { ...path, ...body }, now),
  })),
  'associationInvitations.decline': write(async (tx, { actor, path, now }) => ({
    status: 200,
    body: await declineInvitation(tx, actor, path.invitation_id, now),
  })),
  'associationInvitations.revoke': write(async (tx, { actor, path, now }) => ({
    status: 200,
    body: await revokeInvitation(tx, actor, path.invitation_id, now),
  })),

  'associationBlocks.list': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listAssociationBlocks(db, actor, query),
  })),
  'associationBlocks.create': write(async (tx, { actor, body, now }) => ({
    status: 201,
    body: await createAssociationBlock(tx, actor, body, now),
  })),
  'associationBlocks.delete': write(async (tx, { actor, path, now }) => {
    await deleteAssociationBlock(tx, actor, path.associated_org_id, now)
    return { status: 204, body: undefined }
  }),
}
