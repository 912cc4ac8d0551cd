import { isObject, problemCode } from './json.ts'
import type { Answer } from './layer.ts'

/** Statuses that may be temporary. 500 is among them, because by the contract it changed nothing and the answer is not kept. */
const PASSING = [408, 429, 500, 502, 503, 504]

/** Tells whether a failure may be temporary. A success without JSON is a proxy's page or was truncated. */
export function mayPass({ response, body }: Answer): boolean {
  const { status, ok } = response
  if (ok) return status !== 204 && !isObject(body)
  return PASSING.includes(status) || (status === 409 && problemCode(body) === 'idempotency_in_progress')
}
