import type { OperationId, paths, Scope } from '@sendoff/api'
import openapiFetch, { type Client, type FetchOptions, type Middleware } from 'openapi-fetch'
import { resultOf } from './answer.ts'
import { addressOf } from './base-url.ts'
import { type Operation, operationsOf } from './operation.ts'
import { operations } from './operations.gen.ts'
import type { ClientOptions, WriteOptions } from './options.ts'
import { filledPath } from './params.ts'
import { authorization } from './tokens/authorization.ts'
import { tokenSource } from './tokens/source.ts'
import { totalTimeout } from './transport/deadline.ts'
import type { Answer, Outgoing, Send } from './transport/layer.ts'
import { attempts } from './transport/layers.ts'
import { limitsOf } from './transport/limits.ts'
import { answerOf, headersOf, network } from './transport/network.ts'
import { plain } from './transport/plain.ts'

/** A client whose calls are paths of the contract. The options of a call are those of openapi-fetch and {@link WriteOptions}. */
export type PathClient = Client<paths, 'application/json' | 'application/problem+json'>

type Init = FetchOptions<unknown> & WriteOptions

/** The methods of the contract. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The refusals that `problems` throws, by the response that openapi-fetch got. */
const refusals = new WeakMap<Response, () => unknown>()

/**
 * Makes a client of openapi-fetch, with the credentials, retries, time limits and hooks of `createClient`. It resolves to `data` or, for a
 * problem of the platform, to `error`; `client.use(problems)` has a SendoffError thrown instead.
 *
 * @param options as those of `createClient`; the token is requested with `scopes`
 * @throws TypeError as `createClient` does; its calls reject with a ConnectionError, a TokenError or an UnexpectedAnswerError
 * @example const { data } = await createPathClient(options).POST('/v1.0/organization/unlink', { body })
 */
export function createPathClient(options: ClientOptions<readonly Scope[]>): PathClient {
  const address = addressOf(options)
  const settings = { ...options, ...address, limits: limitsOf(options) }
  const attempt = attempts(options)
  const tokens = tokenSource(settings, totalTimeout(attempt))
  const authorized = (send: Send) => totalTimeout(tokens ? authorization(tokens)(send) : send)
  const known = new Map([...operationsOf(operations)].map((one) => [`${one.method} ${one.path}`, one]))

  const client = openapiFetch<paths>({
    baseUrl: address.baseUrl,
    // A comma between the items of a list, as the contract says.
    querySerializer: { array: { style: 'form', explode: false } },
    pathSerializer: (path, params) => filledPath(path, { ...params }),
  })
  const carry = (method: string, path: string, init: Init) => {
    const operation = known.get(`${method} ${path}`)
    return async (request: Request) => {
      const outgoing = outgoingOf(request, operation ?? { id: `${method} ${path}`, method }, init, settings.limits)
      const isJson = /json/.test(outgoing.headers.get('accept') ?? '')
      const send = isJson ? attempt : unread(options)
      const answer = await (operation?.ways.length === 0 ? totalTimeout(send) : authorized(send))(outgoing)
      return isJson ? responseOf(outgoing, answer, !!operation?.isList) : (answer.response as Response)
    }
  }
  const request = (method: string, path: string, init: Init = {}) =>
    client.request(
      method.toLowerCase() as 'get',
      path as '/v1.0/organization',
      { ...init, fetch: carry(method, path, init) } as never,
    )
  const calls = METHODS.map((method) => [method, (path: string, init?: Init) => request(method, path, init)])
  // TypeScript cannot follow the loop.
  const asRequested = (method: string, path: string, init?: Init) => request(method.toUpperCase(), path, init)
  return { ...client, ...Object.fromEntries(calls), request: asRequested } as unknown as PathClient
}

/** Has a SendoffError thrown for a problem of the platform, which openapi-fetch would return as `error`: `client.use(problems)`. */
export const problems: Middleware = {
  onResponse({ response }) {
    refusals.get(response)?.()
  },
}

function outgoingOf(
  request: Request,
  { id, method, takesKey = false }: Pick<Operation, 'method'> & { id: string; takesKey?: boolean },
  { idempotencyKey, timeout, totalTimeout, maxRetries }: Init,
  limits: Parameters<typeof limitsOf>[1],
): Outgoing & { readonly operation: OperationId } {
  const headers = headersOf()
  request.headers.forEach((value, name) => {
    headers.set(name, value)
  })
  if (takesKey && !headers.has('idempotency-key')) {
    headers.set('idempotency-key', idempotencyKey ?? crypto.randomUUID())
  }
  return {
    ...limitsOf({ timeout, totalTimeout, maxRetries }, limits),
    operation: id as OperationId,
    url: request.url,
    method,
    headers,
    // The body of a request can be read once, so that each attempt reads a clone.
    body: headers.has('content-type') ? () => request.clone().text() : undefined,
    signal: request.signal,
    safeToRepeat: method === 'GET' || takesKey,
  }
}

/** Sends once and leaves a success unread, for a caller who asked for CSV or a stream. */
function unread(options: ClientOptions<readonly Scope[]>): Send {
  const open = network(options.fetch)
  return async (request) => {
    const body = typeof request.body === 'function' ? await request.body() : request.body
    const response = await open({ ...request, body })
    return response.ok ? { response, text: '', body: undefined } : answerOf(request, response)
  }
}

/**
 * Makes of an answer, whose body was read, a response that openapi-fetch reads.
 *
 * @throws UnexpectedAnswerError for an answer that no Sendoff server gives
 */
function responseOf(
  request: Outgoing & { readonly operation: OperationId },
  answer: Answer,
  isList: boolean,
): Response {
  const { status, headers } = answer.response
  const refuse = () => resultOf(request, answer, isList)
  const response = new Response(status === 204 ? null : answer.text, { status, headers: plain(headers) })
  try {
    refuse()
  } catch (error) {
    if (!(error instanceof Error && error.name === 'SendoffError')) throw error
    refusals.set(response, refuse)
  }
  return response
}
