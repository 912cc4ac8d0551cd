import type { Event } from '@sendoff/api'
import type { Bytes } from '../transport/pieces.ts'
import { type AnyRawBody, asWritten, bytesOfBody, eventOf, signedContent } from './body.ts'
import { challengeOf } from './challenge.ts'
import { WebhookVerificationError } from './error.ts'
import { signatureHeaders, type WebhookHeaders } from './headers.ts'
import { isSignedByAny, keysOf, type Secrets } from './hmac.ts'
import type { KeySet } from './key-set.ts'

/** The organisations (`org_…`) whose events a consumer expects. */
export type Organizations = readonly string[] | ((organization: string) => boolean | Promise<boolean>)

/**
 * The keys to verify with. A secret belongs to one endpoint. The platform's key signs for all endpoints, so a delivery to somebody else
 * could have been passed on: with `jwks` you must name the organisations whose events you expect.
 */
export type VerifyKeys =
  | { readonly secrets: Secrets; readonly jwks?: undefined; readonly organizations?: Organizations | undefined }
  | { readonly secrets?: Secrets | undefined; readonly jwks: KeySet; readonly organizations: Organizations }

export type VerifyOptions = VerifyKeys & {
  /** The most seconds by which the timestamp may differ from the clock, in either direction. @default 300 */
  readonly tolerance?: number | undefined
  /** The current time, in milliseconds since the epoch. @default Date.now() */
  readonly now?: number | undefined
}

/** The most bytes of a body that is parsed to find out why it does not verify. */
const MOST_DIAGNOSED = 65_536

/**
 * Verifies a delivery and returns its event (Standard Webhooks 1.0, `v1` and `v1a`).
 *
 * @param rawBody the body exactly as received, before any parsing
 * @param headers with `webhook-id`, `webhook-timestamp`, `webhook-signature`
 * @throws WebhookVerificationError whose `code` names the fault
 */
export async function verify(rawBody: AnyRawBody, headers: WebhookHeaders, options: VerifyOptions): Promise<Event> {
  return verifyBytes(await bytesOfBody(rawBody, Infinity, EXPRESS), headers, options)
}

const EXPRESS =
  "In Express: app.post(path, express.raw({ type: 'application/json' }), handler), before any express.json()"

/** Verifies a delivery whose body is bytes, as {@link verify} does. */
export async function verifyBytes(body: Uint8Array, headers: WebhookHeaders, options: VerifyOptions): Promise<Event> {
  const { id, timestamp, signatures } = signatureHeaders(headers)
  const isSigned = (raw: Uint8Array) => isSignedBy(options, signatures, signedContent(id, timestamp, raw))

  if (!(await isSigned(body))) {
    const written = body.length <= MOST_DIAGNOSED ? asWritten(body) : undefined
    if (written !== undefined && (await isSigned(written))) throw bodyChanged()
    throw signatureMismatch(signatures, options)
  }
  // After the signature, so that a wrong time means clocks or a replay, and not a forged header.
  checkTimestamp(Number(timestamp), Math.floor((options.now ?? Date.now()) / 1000), options.tolerance ?? 300)
  const event = eventOf(body)
  await checkOrganization(event, options.organizations)
  return event
}

async function isSignedBy(
  { secrets, jwks }: VerifyKeys,
  signatures: readonly string[],
  content: Bytes,
): Promise<boolean> {
  // Without secrets and `jwks`, keysOf throws that there is no secret.
  const keys = secrets !== undefined || !jwks ? await keysOf(secrets ?? []) : []
  if (await isSignedByAny(keys, signatures, content)) return true
  return (await jwks?.signed(signatures, content)) ?? false
}

function checkTimestamp(timestamp: number, now: number, tolerance: number): void {
  const skew = now - timestamp
  // "Not within", rather than "beyond": a tolerance of NaN must let nothing through.
  if (Math.abs(skew) <= tolerance) return
  const [code, is, so] =
    skew < 0
      ? (['timestamp_too_new', `${-skew} s ahead`, 'the clock here is behind'] as const)
      : ([
          'timestamp_too_old',
          `${skew} s old`,
          'either the clock here is ahead, or the delivery was delayed or replayed',
        ] as const)
  throw new WebhookVerificationError(
    code,
    `webhook-timestamp is ${is}, ${tolerance} s are allowed. The signature is valid, so ${so}`,
    { skew },
  )
}

async function checkOrganization(event: Event, organizations: Organizations | undefined): Promise<void> {
  const { org_id } = event
  if (organizations === undefined || challengeOf(event)) return
  if (await (typeof organizations === 'function' ? organizations(org_id) : organizations.includes(org_id))) return
  throw new WebhookVerificationError('organization_unexpected', `The event is of ${org_id}, which is not expected`)
}

function bodyChanged() {
  return new WebhookVerificationError(
    'body_changed',
    'The body was parsed and serialised again. Verify the bytes that were received',
  )
}

function signatureMismatch(signatures: readonly string[], { secrets, jwks }: VerifyKeys) {
  const isChecked = (signature: string) =>
    (secrets !== undefined && signature.startsWith('v1,')) || (jwks && signature.startsWith('v1a,'))
  if (signatures.some(isChecked)) {
    return new WebhookVerificationError(
      'signature_mismatch',
      'No signature matches: either the secret belongs to another endpoint, or the body was changed',
    )
  }
  return new WebhookVerificationError(
    'signature_unsupported',
    'No signature can be checked: secrets verify v1, jwks v1a',
  )
}
