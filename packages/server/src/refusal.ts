import type { ProblemCode, Schemas } from '@sendoff/api'

type Details = {
  errors?: Schemas['InvalidRequest']['errors']
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

/** A refusal of one place of the request's body, as of a value that the contract allows and a rule does not. */
export function invalid(pointer: string, detail: string): Refusal {
  return new Refusal('invalid_request', { errors: [{ in: 'body', pointer, detail }] })
}
