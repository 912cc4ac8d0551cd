import { checkPassword } from '../../accounts/check-password.ts'
import { operations, writeAnywhere } from '../../operation.ts'
import { deregister } from './deregister.ts'

export const deregistration = operations({
  'me.deregister': writeAnywhere(deregister, { before: checkPassword }),
})
