import type { OperationId, Scope } from '@sendoff/api'
import { checkedBaseUrl } from './base-url.ts'
import { type Call, callOf } from './call.ts'
import { list } from './list.ts'
import { isAllowed, type Operation, table } from './operation.ts'
import type { CallOptions, ClientOptions, WriteOptions } from './options.ts'
import type { Params } from './params.ts'
import type { Client } from './shape.ts'
import { tokenSource } from './tokens/source.ts'
import { authorization } from './transport/authorization.ts'
import { deadline } from './transport/deadline.ts'
import { hooks } from './transport/hooks.ts'
import { network } from './transport/layer.ts'
import { retries } from './transport/retries.ts'

/** A list of unknown length could hold anything, so it promises nothing. */
type Known<Scopes extends readonly Scope[]> = number extends Scopes['length'] ? never : Scopes[number]

/**
 * Makes a client that has the operations which its scopes allow, and no other.
 *
 * @param options `timeout` in milliseconds; write `scopes` as a literal, so that its type is known
 * @throws TypeError when `baseUrl` is neither `https:` nor loopback, or the credentials are not given
 */
export function createClient<const Scopes extends readonly Scope[]>(
  options: ClientOptions<Scopes>,
): Client<Known<Scopes>> {
  const settings = {
    ...options,
    baseUrl: checkedBaseUrl(options.baseUrl),
    timeout: options.timeout ?? 30_000,
    maxRetries: options.maxRetries ?? 2,
  }
  const send = retries(hooks(options)(deadline(network(options.fetch))))
  const transport = { ...settings, send, authorization: authorization(tokenSource(settings, send)) }

  const client: Record<string, Record<string, unknown>> = {}
  for (const id of Object.keys(table) as OperationId[]) {
    if (table[id].streamed || !isAllowed(table[id], options.scopes)) continue
    const [namespace = '', name = ''] = id.split('.')
    client[namespace] ??= {}
    client[namespace][name] = methodOf(table[id], callOf(id, transport))
  }
  // TypeScript cannot follow the loop, which reads the table by the rule by which the type does; test/sdk holds both to one list.
  return client as Client<Known<Scopes>>
}

function methodOf({ body, pathParameters, queryParameters }: Operation, call: Call) {
  const queryNames = Object.keys(queryParameters)
  if (body === 'none' && pathParameters.length + queryNames.length === 0)
    return (options: CallOptions = {}) => call({}, options)
  const cursor = queryNames.find((name) => name === 'cursor' || name === 'after')
  if (!cursor) return (params: Params = {}, options: WriteOptions = {}) => call(params, options)
  return (params: Params = {}, options: CallOptions = {}) =>
    list(
      (position) => call({ ...params, ...position }, options),
      (next) => ({ [cursor]: next }),
    )
}
