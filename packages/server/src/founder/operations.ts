import { operations, read, write } from '../operation.ts'
import { objectToReplacement } from './replacements/object.ts'
import { getReplacement, listReplacements } from './replacements/replacement.ts'
import { checkFounder, transferFounder } from './transfer.ts'

export const founder = operations({
  'organization.transferFounder': write(transferFounder, { before: checkFounder }),
  'founderReplacements.list': read(listReplacements),
  'founderReplacements.get': read(getReplacement),
  'founderReplacements.object': write(objectToReplacement),
})
