import { operations, readAnywhere, writeAnywhere } from '../operation.ts'
import { endConsent, listConsents } from './consents.ts'

export const consents = operations({
  'me.listConsents': readAnywhere(listConsents),
  'me.endConsent': writeAnywhere(endConsent),
})
