import { operations, read, write } from '../operation.ts'
import { createErasure } from './create.ts'
import { getErasure, listErasures } from './erasure.ts'

export const erasures = operations({
  'erasures.create': write(createErasure),
  'erasures.list': read(listErasures),
  'erasures.get': read(getErasure),
})
