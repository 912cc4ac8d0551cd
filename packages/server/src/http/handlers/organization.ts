import { previewUnlink } from '../../associations/preview-unlink.ts'
import { unlink } from '../../associations/unlink.ts'
import { getOrganization } from '../../organizations/organization.ts'
import { type HandlersOf, read, write } from '../handler.ts'

export const organizationHandlers: HandlersOf<'organization'> = {
  'organization.get': read(async (db, { actor }) => ({ status: 200, body: await getOrganization(db, actor) })),
  'organization.unlink': write(async (tx, { actor, body, now }) => ({
    status: 200,
    body: await unlink(tx, actor, body, now),
  })),
  'organization.previewUnlink': write(async (tx, { actor, body }) => ({
    status: 200,
    body: await previewUnlink(tx, actor, body),
  })),
}
