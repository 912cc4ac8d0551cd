import { getAssociation, listAssociations } from '../../associations/association.ts'
import { type HandlersOf, read } from '../handler.ts'

export const associationHandlers: HandlersOf<'associations'> = {
  'associations.list': read(async (db, { actor, query }) => ({
    status: 200,
    body: await listAssociations(db, actor, query),
  })),
  'associations.get': read(async (db, { actor, path }) => ({
    status: 200,
    body: await getAssociation(db, actor, path.association_id),
  })),
}
