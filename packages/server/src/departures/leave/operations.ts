import { operations, write } from '../../operation.ts'
import { leave } from './leave.ts'

export const leaving = operations({
  'leave.create': write(leave),
})
