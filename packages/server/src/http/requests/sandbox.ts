import * as z from 'zod'
import type { FaultText } from '../../faults.ts'
import { id, nothing, page, scope, time } from '../../web/fields.ts'

const duration = z
  .string()
  .max(40, { abort: true })
  .regex(/^P(?=\d|T\d)(\d{1,5}D)?(T(?=\d)(\d{1,6}H)?(\d{1,7}M)?(\d{1,8}(\.\d{1,3})?S)?)?$/)

export const sandbox = {
  'sandbox.getClock': { path: nothing, query: nothing },
  'sandbox.advanceClock': {
    path: nothing,
    query: nothing,
    body: z.union(
      [z.strictObject({ to: time }), z.strictObject({ by: duration })],
      'takes one of to and by' satisfies FaultText,
    ),
  },
  'sandbox.reset': { path: nothing, query: nothing },
  'sandbox.createUserToken': {
    path: nothing,
    query: nothing,
    body: z.strictObject({ account_id: id, scopes: z.array(scope).min(1).max(100) }),
  },
  'sandbox.listVerificationCodes': { path: nothing, query: page },
}
