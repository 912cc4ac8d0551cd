import { operations, read, write } from '../../operation.ts'
import { previewLeave } from './leave.ts'
import { listLeavePreviewResources } from './leave-resources.ts'

export const leavePreviews = operations({
  'leave.preview': write(previewLeave),
  'leave.listPreviewResources': read(listLeavePreviewResources),
})
