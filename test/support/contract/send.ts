import type { Caller } from './callers.ts'
import type { Answer } from './check-answer.ts'
import type { Located } from './operations.ts'

/** A request of an operation as it is sent: everything is text. */
export type Sent = {
  /** The parameters of the path before they are percent-encoded. */
  path: Record<string, string>
  query: [name: string, text: string][]
  headers: Record<string, string>
  body?: string
}

export async function send(base: string, { method, path }: Located, caller: Caller, sent: Sent): Promise<Answer> {
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(sent.path[name] ?? ''))
  const query = sent.query.length === 0 ? '' : `?${new URLSearchParams(sent.query)}`
  const response = await fetch(base + place + query, {
    method,
    headers: { ...sent.headers, ...(caller.authorization !== undefined && { authorization: caller.authorization }) },
    ...(sent.body !== undefined && { body: sent.body }),
  })
  // A stream has no end.
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  if (isStream) await response.body?.cancel()
  return { status: response.status, headers: response.headers, text: isStream ? '' : await response.text() }
}
