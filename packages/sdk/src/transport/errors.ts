import type { AnyProblem, OperationId, ProblemCode, ProblemOf } from '@sendoff/api'
import { KindError } from '../kind-error.ts'
import { shown } from './json.ts'
import type { Answer, Outgoing } from './layer.ts'
import { mayPass } from './may-pass.ts'

/** A call that failed. */
export abstract class CallError extends KindError {
  static override readonly kind: string = 'CallError'

  /** The operation, for example `organization.unlink`; `oauth2.token` when the client requested a token. */
  declare readonly operation: string
  /** The id of the call in the server's logs, also when no answer came. */
  declare readonly requestId: string | undefined
  /** The idempotency key of a write. A second call with the same key cannot do twice what the first may have done. */
  declare readonly idempotencyKey: string | undefined
  /** True if the call can be repeated without doing anything twice; a write, with this `idempotencyKey` and within 24 hours. */
  declare readonly safeToRepeat: boolean
  /**
   * True if the same call may succeed later: no answer came, the server is busy or unavailable, or a proxy answered in its place. Any
   * other failure remains until something changes. Repeat a call later only if it is also `safeToRepeat`.
   */
  declare readonly temporary: boolean

  constructor(
    request: Pick<Outgoing, 'operation' | 'headers' | 'safeToRepeat'>,
    what: string,
    answer?: Answer,
    options?: ErrorOptions,
  ) {
    const sent = (name: string) => request.headers.get(name) ?? undefined
    const requestId = shown(answer?.response.headers.get('x-request-id')) ?? sent('x-request-id')
    super(`${request.operation}: ${what} (request ${requestId})`, options)
    this.operation = request.operation
    this.requestId = requestId
    this.idempotencyKey = sent('idempotency-key')
    this.safeToRepeat = request.safeToRepeat
    this.temporary = !answer || mayPass(answer)
  }
}

/** A refusal by the platform, with its problem (RFC 9457). */
export class SendoffError extends CallError {
  static override readonly kind = 'SendoffError'
  declare readonly name: 'SendoffError'
  declare readonly operation: OperationId
  declare readonly code: ProblemCode
  declare readonly problem: AnyProblem
  declare readonly status: number

  constructor(request: Outgoing, answer: Answer, problem: Readonly<Record<string, unknown>>) {
    const { status } = answer.response
    super(request, `${status} ${shown(problem.code)}: ${shown(problem.detail) ?? shown(problem.title)}`, answer)
    this.problem = problem as unknown as AnyProblem
    this.code = this.problem.code
    this.status = status
  }
}

interface Refusal<Id extends OperationId, Problem extends AnyProblem> extends SendoffError {
  readonly operation: Id
  readonly code: Problem['code']
  readonly problem: Problem
}

/** The refusals that an operation documents, discriminated by `code`; each types the members of its `problem`. */
export type SendoffErrorOf<Id extends OperationId> = {
  [Each in Id]: ProblemOf<Each> extends infer Problem
    ? Problem extends AnyProblem
      ? Refusal<Each, Problem>
      : never
    : never
}[Id]

/** No answer came: the network failed. `cause` is what `fetch` threw. */
export class ConnectionError extends CallError {
  static override readonly kind: string = 'ConnectionError'
}

/** No complete answer came in time. */
export class TimeoutError extends ConnectionError {
  static override readonly kind = 'TimeoutError'
  declare readonly name: 'TimeoutError'
}

/** The token endpoint returned no token: an error of RFC 6749, section 5.2, or an unusable answer. */
export class TokenError extends CallError {
  static override readonly kind = 'TokenError'
  declare readonly name: 'TokenError'
  declare readonly status: number
  /** The error code, for example `invalid_client`; `undefined` when a success held no usable token. */
  declare readonly error: string | undefined
  declare readonly error_description: string | undefined

  constructor(request: Outgoing, answer: Answer, error?: string, description?: unknown) {
    const { status } = answer.response
    const text = typeof description === 'string' ? description : undefined
    const what = `${status} ${shown(error) ?? 'without a usable bearer token and its expires_in'}`
    super(request, text ? `${what}: ${shown(text)}` : what, answer)
    // An organisation's resource and an assertion's audience name the issuer, and behind a gateway `baseUrl` is not it.
    if (/_(target|client)$/.test(error ?? '')) this.message += ': is baseUrl its issuer?'
    this.status = status
    this.error = error
    this.error_description = text
  }
}

/** An answer that is not Sendoff's: a proxy's page, truncated JSON, or more than 4 MiB. */
export class UnexpectedAnswerError extends CallError {
  static override readonly kind = 'UnexpectedAnswerError'
  declare readonly name: 'UnexpectedAnswerError'
  declare readonly status: number
  /** The first 200 characters of the body. Not enumerable, so that logs do not show it: a success may hold a secret. */
  declare readonly excerpt: string

  constructor(request: Outgoing, answer: Answer, what = 'is not an answer of Sendoff') {
    const { status, ok } = answer.response
    const excerpt = answer.text.slice(0, 200)
    super(request, `${status} ${what}${ok ? '' : `: ${excerpt}`}`, answer)
    this.status = status
    Object.defineProperty(this, 'excerpt', { value: excerpt })
  }
}

/**
 * Tells whether an error is a refusal of one operation, and types it with the problems that the operation documents. Handle other codes
 * too: a newer server may have more.
 *
 * @example if (isProblem(error, 'organization.unlink') && error.code === 'scope_missing') ask(error.problem.required_scopes)
 */
export function isProblem<Id extends OperationId>(error: unknown, operation: Id): error is SendoffErrorOf<Id> {
  return error instanceof SendoffError && error.operation === operation
}
