import { resultOf } from './answer.ts'
import type { Operation } from './operation.ts'
import type { WriteOptions } from './options.ts'
import { type Params, placed } from './params.ts'
import { warnOfDeprecation } from './transport/deprecation.ts'
import type { Send } from './transport/layer.ts'
import { type Limits, limitsOf } from './transport/limits.ts'
import { headersOf } from './transport/network.ts'

export interface CallSettings {
  readonly baseUrl: string
  readonly limits: Limits
  readonly warn?: ((message: string) => void) | undefined
}

export type Call = (params: Params, options: WriteOptions) => Promise<unknown>

/** Makes the function that calls one operation and resolves to its result. */
export function callOf(operation: Operation, { baseUrl, limits, warn }: CallSettings, send: Send): Call {
  const { id, method, takesKey, isList } = operation
  return async (params, { signal, idempotencyKey, ...given }) => {
    const { path, body } = placed(operation, params)
    const headers = headersOf(body && 'application/json')
    // Outside the retries, so that every attempt of a call has the same key.
    if (takesKey) headers.set('idempotency-key', idempotencyKey ?? crypto.randomUUID())
    const request = {
      ...limitsOf(given, limits),
      operation: id,
      url: baseUrl + path,
      method,
      headers,
      body: body && JSON.stringify(body),
      signal,
      safeToRepeat: method === 'GET' || takesKey,
    }
    const answer = await send(request)
    warnOfDeprecation(operation, answer.response.headers, warn)
    return resultOf(request, answer, isList)
  }
}
