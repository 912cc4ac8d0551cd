import { operations, read, write } from '../operation.ts'
import { cancelDissolution, getDissolution, requestDissolution } from './dissolution.ts'

export const dissolution = operations({
  'dissolution.request': write(requestDissolution),
  'dissolution.get': read(getDissolution),
  'dissolution.cancel': write(cancelDissolution),
})
