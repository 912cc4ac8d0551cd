import type { ProblemCode, Schemas } from '@sendoff/api'
import { type FaultText, fault, type Localized } from './faults.ts'

type InvalidPlace = Schemas['InvalidRequest']['errors'][number]

/** A place of a request that is refused; the schemas tell why in the caller's language, rules in each. */
export type Fault = Omit<InvalidPlace, 'detail'> & { detail: string | Localized }

type Details = {
  errors?: Fault[]
  /** The number of faults beside those in `errors`. */
  errors_omitted?: number
  required_scopes?: Schemas['Scope'][]
  condition?: Schemas['Condition']
  conflicts?: Schemas['Conflict'][]
  recipient_id?: string
  oldest_sequence?: number
  retry_after?: number
}

/** A rule that says no. What it means over HTTP stands in the table of problems. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: ProblemCode
  readonly details: Details

  /**
   * @param code the stable name of the problem
   * @param details the members that this problem has beside those of every problem
   */
  constructor(code: ProblemCode, details: Details = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/**
 * A refusal of one place of a request, as of a value that the contract allows and a rule does not.
 *
 * @param value what stands for `{}` in the text
 * @param place which part of the request the pointer (RFC 6901) points into
 */
export function invalid(pointer: string, text: FaultText, value?: string, place: Fault['in'] = 'body'): Refusal {
  return new Refusal('invalid_request', { errors: [{ in: place, pointer, detail: fault(text, value) }] })
}
