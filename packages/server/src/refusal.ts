import type { ProblemCode, Schemas } from '@sendoff/api'
import { type FaultKey, type FaultValues, fault } from './faults.ts'
import type { Localized } from './texts/texts.ts'

type InvalidPlace = Schemas['InvalidRequest']['errors'][number]

/** A refused place of a request; schemas give the detail in the caller's language, rules in each. */
export type Fault = Omit<InvalidPlace, 'detail'> & { detail: string | Localized }

type Details = {
  errors?: Fault[]
  /** The number of faults beside those in `errors`. */
  errors_omitted?: number
  required_scopes?: Schemas['Scope'][]
  condition?: Schemas['Condition']
  conflicts?: Schemas['Conflict'][]
  contents?: Schemas['DepartmentContents']
  departure_id?: string
  departures?: Schemas['RestorableDeparture'][]
  recipient_id?: string
  oldest_sequence?: number
  retry_after?: number
}

/** The refusal of a rule. Its HTTP status is in the table of problems. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: ProblemCode
  readonly details: Details

  /**
   * @param code the stable code of the problem
   * @param details the members that this problem has in addition to those of every problem
   */
  constructor(code: ProblemCode, details: Details = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/**
 * Refuses one place of a request, for example a value that the contract allows and a rule does not.
 *
 * @param place a pointer (RFC 6901) into the body, or into another part of the request
 */
export function invalid<Key extends FaultKey>(
  place: string | Pick<Fault, 'in' | 'pointer'>,
  key: Key,
  ...values: FaultValues<Key>
): Refusal {
  const at = typeof place === 'string' ? { in: 'body' as const, pointer: place } : place
  return new Refusal('invalid_request', { errors: [{ ...at, detail: fault(key, ...values) }] })
}
