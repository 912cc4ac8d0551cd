import { operations, read } from '../../operation.ts'
import { listCreations } from './list.ts'

export const creations = operations({
  'members.listCreations': read(listCreations),
})
