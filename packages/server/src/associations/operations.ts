import { operations, read, write } from '../operation.ts'
import { getAssociation, listAssociations } from './association.ts'
import { createAssociationBlock, deleteAssociationBlock, listAssociationBlocks } from './blocks.ts'
import { listEndedAssociations } from './ended.ts'
import { previewUnlink } from './preview-unlink.ts'
import { cancelScheduledUnlink } from './scheduled/cancel.ts'
import { scheduleUnlink } from './scheduled/create.ts'
import { getScheduledUnlink, listScheduledUnlinks } from './scheduled/scheduled-unlink.ts'
import { unlink } from './unlink.ts'

export const associations = operations({
  'organization.unlink': write(unlink),
  'organization.previewUnlink': write(previewUnlink),
  'associations.list': read(listAssociations),
  'associations.listEnded': read(listEndedAssociations),
  'associations.get': read(getAssociation),
  'scheduledUnlinks.create': write(scheduleUnlink),
  'scheduledUnlinks.list': read(listScheduledUnlinks),
  'scheduledUnlinks.get': read(getScheduledUnlink),
  'scheduledUnlinks.cancel': write(cancelScheduledUnlink),
  'associationBlocks.list': read(listAssociationBlocks),
  'associationBlocks.create': write(createAssociationBlock),
  'associationBlocks.delete': write(deleteAssociationBlock),
})
