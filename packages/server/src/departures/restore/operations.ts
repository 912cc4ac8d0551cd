import { operations, write } from '../../operation.ts'
import { previewRestore } from './restorable.ts'
import { restore } from './restore.ts'

export const restoring = operations({
  'departures.previewRestore': write(previewRestore),
  'departures.restore': write(restore),
})
