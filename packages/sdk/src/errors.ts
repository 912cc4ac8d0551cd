import type { OperationId, ProblemOf, Schemas } from '@sendoff/api'
import type { Outgoing } from './transport/layer.ts'

/** Of one operation its problems, and of several the problems of each, where `ProblemOf` would have what they have in common. */
type ProblemOfEach<Id extends OperationId> = { [Each in Id]: ProblemOf<Each> }[Id]

type CodeOf<Id extends OperationId> = Extract<ProblemOfEach<Id>, { code: string }>['code']

/** What every problem says, of which only the code is sure to be there. */
export type Described<Id extends OperationId> = Partial<Schemas['Problem']> & { readonly code: CodeOf<Id> }

/** A refusal by the platform, with the problem it described (RFC 9457). */
export class SendoffError<Id extends OperationId = OperationId> extends Error {
  override readonly name = 'SendoffError'
  readonly operation: Id
  readonly code: CodeOf<Id>
  readonly problem: ProblemOfEach<Id>
  readonly status: number
  /** Names the request in the server's logs. */
  readonly requestId: string | undefined

  constructor(operation: Id, response: Response, problem: ProblemOfEach<Id> & Described<Id>) {
    const { code, detail, title, request_id } = problem
    const requestId = request_id ?? requestIdOf(response)
    super(`${operation}: ${response.status} ${code}: ${detail ?? title} (request ${requestId})`)
    this.operation = operation
    this.code = code
    this.problem = problem
    this.status = response.status
    this.requestId = requestId
  }
}

/** No answer came: the network failed. `cause` is what `fetch` threw. */
export class ConnectionError extends Error {
  override readonly name: string = 'ConnectionError'
  readonly operation: string
  /** Whether the call may be made again without doing anything twice: a read, or a write with an idempotency key. */
  readonly safeToRepeat: boolean

  constructor({ operation, safeToRepeat }: Outgoing, what: string, options?: ErrorOptions) {
    super(`${operation}: ${what}`, options)
    this.operation = operation
    this.safeToRepeat = safeToRepeat
  }
}

/** No complete answer came in time. */
export class TimeoutError extends ConnectionError {
  override readonly name = 'TimeoutError'
}

/** The token endpoint gave no token: an error of RFC 6749, section 5.2, or an answer that cannot be used. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  readonly status: number
  /** As `invalid_client`; `undefined` when a success held no usable token. */
  readonly error: string | undefined
  readonly error_description: string | undefined

  constructor(status: number, error: string | undefined, description: string | undefined) {
    super(['oauth2.token', `${status} ${error ?? 'without a usable token'}`, description].filter(Boolean).join(': '))
    this.status = status
    this.error = error
    this.error_description = description
  }
}

/** An answer that is not Sendoff's: a proxy's page, or JSON cut short. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError'
  readonly operation: string
  readonly status: number
  readonly requestId: string | undefined
  /** The first 200 characters of the body. */
  readonly excerpt: string

  constructor(operation: string, response: Response, text: string) {
    const excerpt = text.slice(0, 200)
    // Messages are logged, and a success may hold a secret.
    super(`${operation}: ${response.status} is no answer of Sendoff${response.ok ? '' : `: ${excerpt}`}`)
    this.operation = operation
    this.status = response.status
    this.requestId = requestIdOf(response)
    this.excerpt = excerpt
  }
}

/**
 * Tells whether an error is a refusal of one operation, and if so types its `problem` with the problems which that operation
 * documents. Leave room for others: a newer server may have more.
 *
 * @example if (isProblem(error, 'organization.unlink') && error.problem.code === 'scope_missing') …
 */
export function isProblem<Id extends OperationId>(error: unknown, operation: Id): error is SendoffError<Id> {
  return error instanceof SendoffError && error.operation === operation
}

function requestIdOf(response: Response): string | undefined {
  return response.headers.get('x-request-id') ?? undefined
}
