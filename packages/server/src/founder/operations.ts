import { operations, write } from '../operation.ts'
import { checkFounder, transferFounder } from './transfer.ts'

export const founder = operations({
  'organization.transferFounder': write(transferFounder, { before: checkFounder }),
})
