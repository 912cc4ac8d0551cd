import type { ProblemCode, Schemas } from '@sendoff/api'
import type { Request, Response } from 'express'
import { ASYMMETRIC } from '../crypto/algorithms.ts'
import { rateLimit } from '../limits/rate-limit.ts'
import type { Refusal } from '../refusal.ts'
import { sentenceOf } from '../texts/sentence.ts'
import { texts } from '../texts/texts.ts'
import { languageOf } from '../web/language.ts'
import { problems } from './problems.ts'

/** An answer before it is sent: its status and its JSON. */
export type Rendered = { status: number; body: unknown }

/** The most faults that a refusal names, so that its answer stays small. */
export const MOST_FAULTS = 20

/**
 * Renders a refusal as a problem (RFC 9457) in the caller's language.
 *
 * @param base the origin of the server
 */
export function renderProblem(req: Request, res: Response, base: string, { code, details }: RefusalLike): Rendered {
  const { status, remediation } = problems[code]
  const language = languageOf(req)
  const errors = details.errors?.slice(0, MOST_FAULTS).map((one) => ({
    ...one,
    detail: typeof one.detail === 'string' ? one.detail : one.detail[language],
  }))
  const omitted = (details.errors?.length ?? 0) - (errors?.length ?? 0) + (details.errors_omitted ?? 0)
  const body = {
    type: `${base}/problems/${code}`,
    title: texts[language].problems[code].title,
    status,
    detail: sentenceOf(code, { ...details, errors, errors_omitted: omitted }, language),
    code,
    request_id: String(res.locals.requestId),
    ...details,
    ...(errors && { errors }),
    ...(omitted > 0 && { errors_omitted: omitted }),
    ...(remediation && { remediation: remediationOf(remediation, base) }),
  }
  return { status, body }
}

type RefusalLike = Pick<Refusal, 'code' | 'details'>

type Action = Schemas['Remediation']['action']

function remediationOf(action: Action, base: string): Schemas['Remediation'] {
  return action === 'contact_admin' ? { action, admins_url: `${base}/v1.0/organization/admins` } : { action }
}

/** Sends an answer; a problem has its own media type and the headers that its code requires. */
export function send(res: Response, { status, body }: Rendered): void {
  res.status(status)
  if (body === undefined) return void res.end()
  if (status < 400) return void sendJson(res, body)
  const { code, retry_after, required_scopes } = body as {
    code: ProblemCode
    retry_after?: number
    required_scopes?: string[]
  }
  if (status === 401) res.set('WWW-Authenticate', challenge(res.req, code))
  if (code === 'scope_missing') {
    res.set('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${(required_scopes ?? []).join(' ')}"`)
  }
  if (retry_after !== undefined) res.set('Retry-After', String(retry_after))
  if (retry_after !== undefined && status === 429) res.set('RateLimit', rateLimit(code, 0, retry_after))
  res.type('application/problem+json').send(JSON.stringify(body))
}

/** Sends JSON without the layers of Express; those know more about conditional requests. */
function sendJson(res: Response, body: unknown): void {
  if (res.req.headers['if-none-match'] !== undefined) return void res.json(body)
  const text = JSON.stringify(body)
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Content-Length', Buffer.byteLength(text))
  // Node sends a text together with the headers, but bytes after them.
  res.end(text)
}

/** Writes a challenge: without an error if there was no token (RFC 6750 3.1), with the algorithms of proofs for DPoP (RFC 9449 7.1). */
function challenge(req: Request, code: ProblemCode): string {
  if (code === 'token_missing') return 'Bearer'
  const isProven = /^DPoP /i.test(req.get('authorization') ?? '')
  return isProven ? `DPoP error="invalid_token", algs="${ASYMMETRIC.join(' ')}"` : 'Bearer error="invalid_token"'
}
