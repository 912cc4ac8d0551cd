import type { Event } from '@sendoff/api'
import { type AnyRawBody, asWritten, bytesOfBody, eventOf, signedContent } from './body.ts'
import { challengeOf } from './challenge.ts'
import { WebhookVerificationError } from './error.ts'
import { signatureHeaders, type WebhookHeaders } from './headers.ts'
import { isSignedByAny, keysOf, type Secrets } from './hmac.ts'
import type { KeySet } from './key-set.ts'

/** Which organisations (`org_…`) a consumer hears of. */
export type Organizations = readonly string[] | ((organization: string) => boolean | Promise<boolean>)

/**
 * What to verify with. The secret is the endpoint's own. The platform's key signs for every endpoint, so what it signed could have
 * been sent to somebody else and passed on: with `jwks` it must be said of which organisations you expect to hear.
 */
export type VerifyKeys =
  | { readonly secrets: Secrets; readonly jwks?: never; readonly organizations?: Organizations }
  | { readonly secrets?: Secrets; readonly jwks: KeySet; readonly organizations: Organizations }

export type VerifyOptions = VerifyKeys & {
  /** Seconds by which the timestamp may be off, either way. @default 300 */
  readonly tolerance?: number
  /** Milliseconds since the epoch. @default Date.now() */
  readonly now?: number
}

/** Larger bodies are not parsed again to find out why they do not verify. */
const MOST_DIAGNOSED = 65_536

/**
 * Verifies a delivery and returns its event (Standard Webhooks 1.0, `v1` and `v1a`).
 *
 * @param rawBody the body exactly as received, before any parsing
 * @param headers with `webhook-id`, `webhook-timestamp`, `webhook-signature`
 * @throws WebhookVerificationError whose `code` says what is wrong
 */
export async function verify(rawBody: AnyRawBody, headers: WebhookHeaders, options: VerifyOptions): Promise<Event> {
  const body = await bytesOfBody(rawBody)
  const { id, timestamp, signatures } = signatureHeaders(headers)
  const isSigned = (raw: Uint8Array) => isSignedBy(options, signatures, signedContent(id, timestamp, raw))

  if (!(await isSigned(body))) {
    const written = body.length <= MOST_DIAGNOSED ? asWritten(body) : undefined
    if (written !== undefined && (await isSigned(written))) throw bodyChanged()
    throw signatureMismatch(signatures, options)
  }
  // After the signature: a wrong time then is a matter of clocks, or of a replay, and not of a forged header.
  checkTimestamp(Number(timestamp), Math.floor((options.now ?? Date.now()) / 1000), options.tolerance ?? 300)
  const event = eventOf(body)
  await checkOrganization(event, options.organizations)
  return event
}

async function isSignedBy(
  { secrets, jwks }: VerifyKeys,
  signatures: readonly string[],
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  // Without either, this is what says that there is no secret.
  const keys = secrets !== undefined || !jwks ? await keysOf(secrets ?? []) : []
  if (await isSignedByAny(keys, signatures, content)) return true
  return (await jwks?.signed(signatures, content)) ?? false
}

function checkTimestamp(timestamp: number, now: number, tolerance: number): void {
  const skew = now - timestamp
  // "Not within", rather than "beyond": a tolerance of NaN must let nothing through.
  if (Math.abs(skew) <= tolerance) return
  throw skew < 0
    ? new WebhookVerificationError(
        'timestamp_too_new',
        `webhook-timestamp is ${-skew} s ahead, ${tolerance} s are allowed. The signature is good: the clock here is behind`,
        { skew },
      )
    : new WebhookVerificationError(
        'timestamp_too_old',
        `webhook-timestamp is ${skew} s old, ${tolerance} s are allowed. The signature is good: either the clock here is ahead, ` +
          'or the delivery was held up or replayed on its way',
        { skew },
      )
}

async function checkOrganization(event: Event, organizations: Organizations | undefined): Promise<void> {
  const { org_id } = event
  if (organizations === undefined || challengeOf(event)) return
  if (await (typeof organizations === 'function' ? organizations(org_id) : organizations.includes(org_id))) return
  throw new WebhookVerificationError(
    'organization_unexpected',
    `The event is of ${org_id}, of which you do not hear here`,
  )
}

function bodyChanged() {
  return new WebhookVerificationError(
    'body_changed',
    'The body was parsed and written again after it was signed: the same JSON as the platform writes it is signed. Verify the ' +
      'bytes as they were received',
  )
}

function signatureMismatch(signatures: readonly string[], { secrets, jwks }: VerifyKeys) {
  const checked = [...(secrets !== undefined ? ['v1,'] : []), ...(jwks ? ['v1a,'] : [])]
  if (signatures.some((signature) => checked.some((version) => signature.startsWith(version)))) {
    return new WebhookVerificationError(
      'signature_mismatch',
      'No signature matches: either a secret is of another endpoint, or the body was changed after it was received',
    )
  }
  return new WebhookVerificationError(
    'signature_unsupported',
    `No signature is of a version that can be checked: secrets check v1, jwks checks v1a`,
  )
}
