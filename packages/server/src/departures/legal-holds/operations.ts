import { operations, read, write } from '../../operation.ts'
import { getLegalHold, listLegalHolds } from './legal-hold.ts'
import { placeLegalHold } from './place.ts'
import { releaseLegalHold } from './release.ts'

export const legalHolds = operations({
  'legalHolds.create': write(placeLegalHold),
  'legalHolds.list': read(listLegalHolds),
  'legalHolds.get': read(getLegalHold),
  'legalHolds.release': write(releaseLegalHold),
})
