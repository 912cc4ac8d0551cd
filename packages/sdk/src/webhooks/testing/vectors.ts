import json from './vectors.json' with { type: 'json' }

/** A delivery, and how a receiver has to judge it. */
export interface Vector {
  readonly name: string
  /** A header may be there several times, or be very long. */
  readonly headers: Readonly<
    Record<string, string | readonly string[] | { repeat: string; times: number; last: string } | undefined>
  >
  readonly body_base64: string
  readonly secrets: readonly string[]
  readonly jwks?: { readonly keys: readonly object[] } | undefined
  /** Seconds since the epoch, at which it is judged. */
  readonly now: number
  /** The code of the refusal; without it the delivery verifies. */
  readonly refused?: string | undefined
  /** How Standard Webhooks' own library differs: `accepts`, or `not applicable`. */
  readonly standardwebhooks?: string | undefined
}

export interface Vectors {
  readonly description: string
  /** The vector of Standard Webhooks; its body is no event. */
  readonly standard_webhooks: Readonly<
    Record<'id' | 'body' | 'secret' | 'v1' | 'ed25519_private_key' | 'v1a', string> & { timestamp: number }
  >
  readonly cases: readonly Vector[]
}

/** Deliveries to try a receiver with, good and bad. The same are at `@sendoff/sdk/webhooks/vectors.json`, for other languages. */
export const vectors: Vectors = json
