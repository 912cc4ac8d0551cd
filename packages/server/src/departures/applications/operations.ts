import { operations, read, write } from '../../operation.ts'
import { listApplications } from './application.ts'
import { applyToLeave } from './apply.ts'
import { checkConfirmation, confirmLeave } from './confirm.ts'
import { getApplication } from './get.ts'
import { approveApplication, rejectApplication } from './review.ts'
import { withdraw } from './withdraw.ts'

export const leaveApplications = operations({
  'leaveApplications.create': write(applyToLeave),
  'leaveApplications.list': read(listApplications),
  'leaveApplications.get': read(getApplication),
  'leaveApplications.approve': write(approveApplication),
  'leaveApplications.reject': write(rejectApplication),
  'leaveApplications.withdraw': write(withdraw),
  'leaveApplications.confirm': write(confirmLeave, { before: checkConfirmation }),
})
