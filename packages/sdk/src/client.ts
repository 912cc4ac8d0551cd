import type { Scope } from '@sendoff/api'
import { addressOf } from './base-url.ts'
import { type Call, callOf } from './call.ts'
import { list } from './list.ts'
import { isAllowed, type Operation, operationsOf } from './operation.ts'
import { operations } from './operations.gen.ts'
import type { CallOptions, ClientOptions, WriteOptions } from './options.ts'
import type { Params } from './params.ts'
import type { Client } from './shape.ts'
import { authorization } from './tokens/authorization.ts'
import { tokenSource } from './tokens/source.ts'
import { totalTimeout } from './transport/deadline.ts'
import { attempts } from './transport/layers.ts'
import { limitsOf } from './transport/limits.ts'

/** A list of unknown length could hold any scope, so its type allows none. */
type Known<Scopes extends readonly Scope[]> = number extends Scopes['length'] ? never : Scopes[number]

/** Parsed once: a program may have a client for each of thousands of organisations. */
let parsed: readonly Operation[] | undefined

/**
 * Makes a client with the operations that its scopes allow, and no others.
 *
 * @param options `timeout` and `totalTimeout` in milliseconds; write `scopes` as a literal, so that its type is known
 * @throws TypeError when `scopes` is not a list, `baseUrl` is neither `https:` nor loopback, or there are scopes but no usable credentials
 */
export function createClient<const Scopes extends readonly Scope[]>(
  options: ClientOptions<Scopes>,
): Client<Known<Scopes>> {
  // A program without types may have left it out.
  if (!Array.isArray(options?.scopes)) throw new TypeError('createClient needs scopes as a list')
  const settings = {
    ...options,
    ...addressOf(options),
    limits: limitsOf(options),
  }
  const attempt = attempts(options)
  const open = totalTimeout(attempt)
  const tokens = tokenSource(settings, open)
  const authorized = tokens && totalTimeout(authorization(tokens)(attempt))

  parsed ??= [...operationsOf(operations)]
  const client: Record<string, Record<string, unknown>> = {}
  for (const operation of parsed) {
    const { namespace, name } = operation
    const send = operation.ways.length > 0 ? authorized : open
    if (!send || !isAllowed(operation, options.scopes)) continue
    client[namespace] ??= {}
    client[namespace][name] = methodOf(operation, callOf(operation, settings, send))
  }
  // TypeScript cannot follow the loop. It reads the table by the same rule as the type; test/sdk holds both against one list.
  return client as Client<Known<Scopes>>
}

function methodOf({ id, takesParams, isList, cursor = '' }: Operation, call: Call) {
  return (...args: [Params?, WriteOptions?] | [CallOptions?]) => {
    const [params = {}, options = {}] = takesParams ? (args as [Params?, WriteOptions?]) : [{}, args[0]]
    if (!isList) return call(params, options)
    return list(
      id,
      (position) => call({ ...params, ...position }, options),
      (next) => ({ [cursor]: next }),
    )
  }
}
