import type { Event } from '@sendoff/api'
import type { Dedupe } from './dedupe.ts'
import type { Gaps } from './gaps.ts'
import type { HandlersByType, UnknownEvent } from './handle.ts'
import type { Secrets } from './hmac.ts'
import type { KeySet } from './key-set.ts'
import type { GiveReceipt } from './receipt.ts'
import type { Organizations } from './verify.ts'

/** The second argument of a handler: the dedupe store's context, and a signal. */
export type HandlerContext<Context> = Context & {
  /** Aborted at the handler's time limit. */
  readonly signal: AbortSignal
}

/** The keys to verify with; see {@link VerifyKeys}. Secrets may be looked up for each delivery. */
export type HandlerKeys =
  | {
      readonly secrets: Secrets | (() => Secrets | Promise<Secrets>)
      readonly jwks?: undefined
      readonly organizations?: Organizations | undefined
    }
  | {
      readonly secrets?: Secrets | (() => Secrets | Promise<Secrets>) | undefined
      readonly jwks: KeySet
      readonly organizations: Organizations
    }

export type HandlerOptions<Context> = HandlerKeys & {
  /**
   * A handler for each type of interest, awaited before the delivery is answered. If it throws, the platform sends the event again,
   * except after a {@link PermanentError}. It may return a receipt, `done()`, `failed('reason')` or `notApplicable()`, for an endpoint that
   * deprovisions; any other result is ignored.
   */
  readonly on: HandlersByType<unknown, [context: HandlerContext<Context>]>
  /** A handler for all other types, including newer ones than this version knows. Without it they are received and ignored. */
  readonly otherwise?: ((event: UnknownEvent, context: HandlerContext<Context>) => unknown) | undefined
  /**
   * Tells whether a challenged endpoint (`whe_…`) is yours. @default true with `secrets` alone; false with `jwks`, because the platform
   * signs challenges for everybody
   */
  readonly answerChallenge?: ((endpointId: string) => boolean | Promise<boolean>) | undefined
  /** Records the events that are done. @default memoryDedupe() */
  readonly dedupe?: Dedupe<Context> | undefined
  /** Notices events that were not received: `watchGaps({ onGap: catchUp(client), cursors })`. */
  readonly gaps?: Gaps | undefined
  /**
   * Takes the receipts of events that came from the feed (`poll`, `stream`, `catchUp`): `fileReceipts(client)`. Those of deliveries are in
   * the answer.
   */
  readonly receipts?: GiveReceipt | undefined
  /** Called for every error, including refused deliveries. @default console.error, without refused deliveries */
  readonly onError?: ((error: unknown, event: Event | undefined) => void) | undefined
  /**
   * The time limit of a handler in milliseconds; the platform waits for 15 s. At the limit the handler's signal is aborted and `dedupe`
   * releases the event: a transaction is rolled back. @default 10_000
   */
  readonly timeout?: number | undefined
  /** The most bytes of a body. @default 1_048_576 */
  readonly maxBytes?: number | undefined
  /** The most seconds by which the timestamp may differ from the clock, in either direction. @default 300 */
  readonly tolerance?: number | undefined
}
