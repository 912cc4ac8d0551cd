import type { Located } from './operations.ts'
import { validateAnswer } from './validate.ts'

/** An answer as it came. */
export type Answer = { status: number; headers: Headers; text: string }

/** Finds the deviations of an answer from the documented ones. */
export function checkAnswer(operation: Located, { status, headers, text }: Answer): string[] {
  if (status >= 500) return [`answers ${status}: the server made a mistake`]
  const documented = operation.responses[status]
  if (!documented) return [`answers ${status}, which is not documented`]
  const [type] = Object.keys(documented.content ?? {})
  const schema = documented.content?.[type ?? '']?.schema
  const given = headers.get('content-type')?.split(';')[0]
  const body = schema && given === type ? parse(text) : undefined
  return [
    ...(headers.get('x-request-id') ? [] : ['has no X-Request-Id']),
    ...(given === type ? [] : [`is ${given ?? 'of no type'} and not ${type ?? 'of no type'}`]),
    ...(schema || text === '' ? [] : ['has a body, which is not documented']),
    ...(schema && body !== undefined ? validateAnswer(schema, body).map((fault) => `body${fault}`) : []),
    ...(status >= 400 ? checkProblem(body, status, headers) : []),
    ...checkReplayed(headers),
  ]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return `not JSON: ${text}`
  }
}

/** A problem repeats what stands in the head of its answer, or of the answer that is given again. */
function checkProblem(body: unknown, status: number, headers: Headers): string[] {
  const again = headers.has('idempotency-replayed')
  const problem = (body ?? {}) as { status?: unknown; request_id?: unknown }
  return [
    ...(problem.status === status ? [] : [`body/status is ${problem.status} in an answer ${status}`]),
    ...(again || problem.request_id === headers.get('x-request-id') ? [] : ['body/request_id is not the X-Request-Id']),
  ]
}

function checkReplayed(headers: Headers): string[] {
  const replayed = headers.get('idempotency-replayed')
  if (replayed === null) return []
  return replayed === 'true' ? [] : [`has Idempotency-Replayed: ${replayed}`]
}
