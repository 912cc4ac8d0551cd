import type { OperationId } from '@sendoff/api'
import { resultOf } from './answer.ts'
import { urlOf } from './openapi-fetch.ts'
import { table } from './operation.ts'
import type { WriteOptions } from './options.ts'
import { type Params, placed } from './params.ts'
import type { Layer, Send } from './transport/layer.ts'

export interface Transport {
  readonly baseUrl: string
  readonly timeout: number
  readonly maxRetries: number
  readonly send: Send
  readonly authorization: Layer
}

export type Call = (params: Params, options: WriteOptions) => Promise<unknown>

/** Makes the function that calls one operation and resolves to its result. */
export function callOf(id: OperationId, { baseUrl, timeout, maxRetries, send, authorization }: Transport): Call {
  const { method, path, callers, idempotent } = table[id]
  const sendIt = callers.length > 0 ? authorization(send) : send
  return async (params, options) => {
    const { pathParams, query, body } = placed(table[id], params)
    const headers = new Headers({ accept: 'application/json' })
    if (body) headers.set('content-type', 'application/json')
    // Made here, outside the retries: every attempt of a call has the same key.
    if (idempotent) headers.set('idempotency-key', options.idempotencyKey ?? crypto.randomUUID())
    const response = await sendIt({
      operation: id,
      url: urlOf(baseUrl, path, pathParams, query),
      method,
      headers,
      body: body && JSON.stringify(body),
      signal: options.signal,
      timeout: options.timeout ?? timeout,
      maxRetries: options.maxRetries ?? maxRetries,
      safeToRepeat: method === 'GET' || idempotent,
    })
    return resultOf(id, response)
  }
}
