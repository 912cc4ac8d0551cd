import { CallError, ConnectionError, SendoffError, TokenError } from '@sendoff/sdk'
import type { Texts } from '../texts/texts.ts'
import { plain } from '../values/plain.ts'
import { exitCodeOf } from './exit-code.ts'
import { EXIT, Failure } from './failure.ts'

type Description = { readonly code: string; readonly detail: string } & Readonly<Record<string, unknown>>

/** The JSON of an error: one line, with `code` and `detail`, and with everything that helps to find or repeat the call. */
export function errorAsJson(error: unknown, texts: Texts): string {
  return JSON.stringify({ ...descriptionOf(error, texts), exit: exitCodeOf(error) })
}

/** An error as text for a person: the sentence, the faults of single fields, and where to look further. */
export function errorAsText(error: unknown, texts: Texts): string {
  const { code, detail, request_id, idempotency_key, errors, remediation } = descriptionOf(error, texts)
  const lines = [`${texts.errors.label}${detail}`]
  for (const fault of Array.isArray(errors) ? errors : []) lines.push(`  ${fault.pointer}: ${fault.detail}`)
  if (typeof remediation === 'string') lines.push(remediation)
  if (error instanceof CallError) {
    lines.push(`  ${code}${request_id ? `, request_id ${request_id}` : ''}`)
    if (exitCodeOf(error) === EXIT.mayPass && idempotency_key) lines.push(texts.errors.repeat(String(idempotency_key)))
  }
  return plain(lines.join('\n'))
}

function descriptionOf(error: unknown, texts: Texts): Description {
  if (error instanceof Failure) return { code: error.code, detail: error.message, ...error.details }
  const { code, detail, ...more } = ofCall(error, texts)
  if (!(error instanceof CallError)) return { code, detail, ...more }
  return {
    code,
    detail,
    ...more,
    operation: error.operation,
    request_id: error.requestId,
    idempotency_key: error.idempotencyKey,
  }
}

function ofCall(error: unknown, texts: Texts): Description {
  if (error instanceof SendoffError) {
    const { title, detail, ...problem } = error.problem as { title?: string; detail?: string; [name: string]: unknown }
    return { ...problem, code: error.code, detail: detail ?? title ?? error.code, status: error.status }
  }
  if (error instanceof TokenError) {
    const code = error.error ?? 'token_unusable'
    return { code, detail: texts.errors.token(code, error.error_description), status: error.status }
  }
  if (error instanceof ConnectionError) {
    const code = error.name === 'TimeoutError' ? 'timeout' : 'no_connection'
    return { code, detail: code === 'timeout' ? texts.errors.timeout : texts.errors.noConnection(reasonOf(error)) }
  }
  if (error instanceof CallError) return { code: 'unexpected_answer', detail: texts.errors.unexpectedAnswer }
  return { code: 'unexpected', detail: error instanceof Error ? error.message : String(error) }
}

/** The system's name of a failed connection, for example `ECONNREFUSED`, from the innermost cause that has one. */
function reasonOf(error: Error): string {
  let reason = ''
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    reason = 'code' in at && typeof at.code === 'string' ? at.code : reason
  }
  return reason
}
