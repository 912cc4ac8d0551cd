import type { Event } from '@sendoff/api'
import type { Dedupe } from './dedupe.ts'
import type { Gaps } from './gaps.ts'
import type { HandlersByType, UnknownEvent } from './handle.ts'
import type { Secrets } from './hmac.ts'
import type { KeySet } from './key-set.ts'
import type { Organizations } from './verify.ts'

/** What a handler is given beside the event: what the dedupe store has for it, and a signal. */
export type HandlerContext<Context> = Context & {
  /** Aborted when the time is over that the handler may take. */
  readonly signal: AbortSignal
}

/** What to verify with; see {@link VerifyKeys}. Secrets may be looked up for each delivery. */
export type HandlerKeys =
  | {
      readonly secrets: Secrets | (() => Secrets | Promise<Secrets>)
      readonly jwks?: never
      readonly organizations?: Organizations
    }
  | {
      readonly secrets?: Secrets | (() => Secrets | Promise<Secrets>)
      readonly jwks: KeySet
      readonly organizations: Organizations
    }

export type HandlerOptions<Context> = HandlerKeys & {
  /**
   * A handler for each type of interest. It is awaited before the delivery is answered; what it throws makes the platform send
   * again, but for {@link PermanentError}.
   */
  readonly on: HandlersByType<unknown, [context: HandlerContext<Context>]>
  /** For all other types, those among them that are newer than this version. They are received in any case. */
  readonly otherwise?: (event: UnknownEvent, context: HandlerContext<Context>) => unknown
  /**
   * Whether an endpoint (`whe_…`) whose challenge comes is yours. @default yes with `secrets` alone; no with `jwks`, since the
   * platform signs challenges for everybody
   */
  readonly answerChallenge?: (endpointId: string) => boolean | Promise<boolean>
  /** Where is written down which events are done. @default memoryDedupe() */
  readonly dedupe?: Dedupe<Context>
  /** Notices events that were not received: `watchGaps({ onGap: catchUp(client), cursors })`. */
  readonly gaps?: Gaps
  /** Told of what goes wrong, of refused deliveries too. @default console.error, refused deliveries left out */
  readonly onError?: (error: unknown, event: Event | undefined) => void
  /**
   * Milliseconds that a handler may take; the platform waits for 15 s. Then its signal is aborted and `dedupe` lets go of the event:
   * a transaction is rolled back. @default 10_000
   */
  readonly timeout?: number
  /** Bytes that a body may have. @default 1_048_576 */
  readonly maxBytes?: number
  /** Seconds by which the timestamp may be off, either way. @default 300 */
  readonly tolerance?: number
}
