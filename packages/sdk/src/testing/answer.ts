import type { OperationId, OperationTypes, ProblemOf } from '@sendoff/api'
import { given } from '../given.ts'
import type { Called } from '../shape.ts'
import { problemsOf, type Shape, shapeOf } from './contract.ts'
import { ContractError } from './error.ts'
import { faultOf } from './schema.ts'

type Responses<Id extends OperationId> = OperationTypes[Id]['responses']

/** The statuses of an answer; any operation may answer `method_not_allowed` and `internal_error`. */
type StatusOf<Key> = Key extends 'default' ? 405 | 500 : Key

interface Headed {
  /** For example `{ 'retry-after': '1' }`. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

// Interfaces, because TypeScript reports unknown members for them but not for intersections.
interface WithBody<Status, Body> extends Headed {
  readonly status: Status
  readonly body: Body
}
interface WithoutBody<Status> extends Headed {
  readonly status: Status
  readonly body?: undefined
}

type Answer<Status, Response> = Response extends { content: { 'application/json': infer Body } }
  ? WithBody<Status, Body>
  : Response extends { content: { 'application/problem+json': infer Problem } }
    ? WithBody<Status, Problem>
    : WithoutBody<Status>

/** An answer that the contract documents for the operation: a status with its body. */
export type AnswerOf<Id extends Called> = {
  [Key in keyof Responses<Id>]: Answer<StatusOf<Key>, Responses<Id>[Key]>
}[keyof Responses<Id>]

export interface AnyAnswer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** @throws ContractError when the contract does not document the answer for the operation */
export function checkedAnswer(shape: Shape, answer: AnyAnswer): AnyAnswer {
  const { status } = answer
  // The body as it arrives: JSON has no `undefined`, and a date is text.
  const body: unknown = answer.body === undefined ? undefined : JSON.parse(JSON.stringify(answer.body))
  const refuse = (what: string): never => {
    throw new ContractError(shape.id, `the answer with ${status} ${what}`)
  }
  const success = shape.successes[status]
  if (success !== undefined) {
    if (body === undefined) return success ? refuse('lacks its body') : answer
    const fault = success ? faultOf(success, body) : 'it has no body'
    return fault ? refuse(`is not the contract's: ${fault}`) : answer
  }
  const said = (typeof body === 'object' && body ? body : {}) as { code?: unknown; status?: unknown }
  const problem = problemsOf(shape).get(String(said.code))
  if (problem?.status !== status) return refuse(`is not documented; ${alternatives(shape, status)}`)
  const fault = said.status === status ? faultOf(problem.schema, body) : `its body says ${said.status}`
  return fault ? refuse(`is not the contract's: ${fault}`) : answer
}

function alternatives(shape: Shape, status: number): string {
  const documented = [...problemsOf(shape)]
  const codes = documented.flatMap(([code, its]) => (its.status === status ? [code] : []))
  if (codes.length > 0) return `with ${status} there is: ${codes.join(', ')}`
  const statuses = new Set(documented.map(([, its]) => its.status))
  return `there are: ${[...Object.keys(shape.successes), ...statuses].join(', ')}`
}

type CodeOf<Id extends Called> = Extract<ProblemOf<Id>, { code: string }>['code']
type Known = 'type' | 'title' | 'status' | 'detail' | 'request_id' | 'code'
type More<Id extends Called, Code> = Omit<Extract<ProblemOf<Id>, { code: Code }>, Known> & {
  readonly title?: string | undefined
  readonly detail?: string | undefined
}

/**
 * Makes a refusal that the contract documents for the operation.
 *
 * @param more the members of this code, for example `required_scopes`, and optionally `title` and `detail`
 * @throws TypeError when the operation documents no such problem
 * @example problem('organization.unlink', 'scope_missing', { required_scopes: ['org:unlink'] })
 */
export function problem<Id extends Called, const Code extends CodeOf<Id>>(
  operation: Id,
  code: Code,
  ...[more]: Record<never, never> extends More<Id, Code> ? [more?: More<Id, Code>] : [more: More<Id, Code>]
): AnswerOf<Id> {
  const shape = shapeOf(operation)
  const status = problemsOf(shape).get(code)?.status
  if (!status) throw new TypeError(`${operation} documents no problem ${code}`)
  const type = `https://sendoff.test/problems/${code}`
  const usual = { type, title: code, status, detail: `About ${code}.`, code, request_id: 'req_test' }
  const body = { ...usual, ...given(more) }
  // TypeScript does not see that the code has this one status.
  return checkedAnswer(shape, { status, body }) as AnswerOf<Id>
}
