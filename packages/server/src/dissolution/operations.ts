import { operations, read, write } from '../operation.ts'
import { cancelDissolution, getDissolution, requestDissolution } from './dissolution.ts'
import { previewDissolution } from './preview.ts'

export const dissolution = operations({
  'dissolution.preview': read(previewDissolution),
  'dissolution.request': write(requestDissolution),
  'dissolution.get': read(getDissolution),
  'dissolution.cancel': write(cancelDissolution),
})
