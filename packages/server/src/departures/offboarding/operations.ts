import { operations, read, write } from '../../operation.ts'
import { getBatch } from './batches/batch.ts'
import { cancelBatch } from './batches/cancel.ts'
import { createBatch, createBatchByFilter } from './batches/create.ts'
import { listBatches, listBatchItems } from './batches/list.ts'
import { cancelOffboarding, updateOffboarding } from './change.ts'
import { offboard } from './offboard.ts'
import { getOffboarding, listOffboardings } from './offboarding.ts'
import { previewOffboarding } from './preview.ts'
import { listPreviewResources } from './preview-resources.ts'

export const offboardings = operations({
  'offboardings.preview': write(previewOffboarding),
  'offboardings.listPreviewResources': read(listPreviewResources),
  'offboardings.create': write(offboard),
  'offboardings.list': read(listOffboardings),
  'offboardings.get': read(getOffboarding),
  'offboardings.update': write(updateOffboarding),
  'offboardings.cancel': write(cancelOffboarding),
  'offboardingBatches.create': write(createBatch),
  'offboardingBatches.createByFilter': write(createBatchByFilter),
  'offboardingBatches.list': read(listBatches),
  'offboardingBatches.get': read(getBatch),
  'offboardingBatches.listItems': read(listBatchItems),
  'offboardingBatches.cancel': write(cancelBatch),
})
