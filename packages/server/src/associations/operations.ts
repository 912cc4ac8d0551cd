import { operations, read, write } from '../operation.ts'
import { getAssociation, listAssociations } from './association.ts'
import { createAssociationBlock, deleteAssociationBlock, listAssociationBlocks } from './blocks.ts'
import { previewUnlink } from './preview-unlink.ts'
import { unlink } from './unlink.ts'

export const associations = operations({
  'organization.unlink': write(unlink),
  'organization.previewUnlink': write(previewUnlink),
  'associations.list': read(listAssociations),
  'associations.get': read(getAssociation),
  'associationBlocks.list': read(listAssociationBlocks),
  'associationBlocks.create': write(createAssociationBlock),
  'associationBlocks.delete': write(deleteAssociationBlock),
})
