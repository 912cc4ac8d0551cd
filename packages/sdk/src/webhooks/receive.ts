import type { Event } from '@sendoff/api'
import { bytesOfBody } from './body.ts'
import { type Challenge, challengeOf } from './challenge.ts'
import type { Outcome } from './dedupe.ts'
import { HandlerTimeoutError, WebhookVerificationError } from './error.ts'
import type { HandlerKeys } from './handler-options.ts'
import { signatureHeaders, type WebhookHeaders } from './headers.ts'
import type { GiveReceipt, Receipt } from './receipt.ts'
import { type VerifyOptions, verifyBytes } from './verify.ts'

/** An answer to a delivery, which the platform shows in its record of the attempt. */
export interface Reply {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

interface Receiving {
  readonly answerChallenge?: ((endpointId: string) => boolean | Promise<boolean>) | undefined
  readonly onError: (error: unknown, event: Event | undefined) => void
  readonly process: (event: Event, give: GiveReceipt) => Promise<Outcome>
  readonly maxBytes?: number | undefined
  readonly tolerance?: number | undefined
}

const MiB = 1_048_576

/** Makes the function that receives a delivery: verifies it, handles its event, and answers with the outcome. */
export function receiving(keys: HandlerKeys, options: Receiving) {
  const { answerChallenge, onError, process, maxBytes = MiB, tolerance = 300 } = options

  const verified = async (headers: WebhookHeaders, readBody: (maxBytes: number) => Promise<unknown>) => {
    // Before the body is read, because a delivery without a signature is refused anyway.
    signatureHeaders(headers)
    const secrets = await (typeof keys.secrets === 'function' ? keys.secrets() : keys.secrets)
    // A framework that reads the body itself has its own limit.
    const body = await bytesOfBody(await readBody(maxBytes), maxBytes)
    const event = await verifyBytes(body, headers, { ...keys, secrets, tolerance } as VerifyOptions)
    const asked = challengeOf(event)
    const isOurs = ({ endpoint_id }: Challenge) => (answerChallenge ? answerChallenge(endpoint_id) : !keys.jwks)
    if (asked && !(await isOurs(asked))) throw challengeUnexpected(asked)
    return event
  }

  const handled = async (event: Event): Promise<Reply> => {
    try {
      let receipt: Receipt | undefined
      const outcome = await process(event, (given) => {
        receipt = given
      })
      // An event under way may still fail, and then has to be sent again.
      return outcome === 'in_flight'
        ? reply(409, { outcome }, { 'retry-after': '1' })
        : reply(200, { outcome, receipt })
    } catch (error) {
      onError(error, event)
      if (!(error instanceof HandlerTimeoutError)) return reply(500, { code: 'handler_failed' })
      return reply(500, { code: 'handler_timeout', message: error.message })
    }
  }

  return async (headers: WebhookHeaders, readBody: (maxBytes: number) => Promise<unknown>): Promise<Reply> => {
    try {
      const event = await verified(headers, readBody)
      const asked = challengeOf(event)
      return asked ? reply(200, { challenge: asked.challenge }) : await handled(event)
    } catch (error) {
      onError(error, undefined)
      if (!(error instanceof WebhookVerificationError)) return reply(500, { code: 'receiver_failed' })
      return reply(statusOf(error), { code: error.code, message: error.message })
    }
  }
}

function challengeUnexpected({ endpoint_id }: Challenge) {
  return new WebhookVerificationError('challenge_unexpected', `A challenge for ${endpoint_id} is not expected here`)
}

function statusOf({ code }: WebhookVerificationError): number {
  if (code === 'body_too_large') return 413
  if (code === 'jwks_unavailable') return 503
  return code === 'body_already_parsed' || code === 'secret_invalid' ? 500 : 400
}

function reply(status: number, body: object, headers: Record<string, string> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}
