import { setTimeout as delay } from 'node:timers/promises'
import type { Event } from '@sendoff/sdk'
import { type Delivered, deliver, isOk } from './deliver.ts'
import type { Format } from './message.ts'

/** The choices for an event that a target did not receive. */
export const ON_FAILURE = ['retry', 'skip', 'stop'] as const
export type OnFailure = (typeof ON_FAILURE)[number]

type Forwarding = {
  readonly targets: readonly string[]
  readonly secret: string
  readonly format: Format
  readonly baseUrl: string
  readonly onFailure: OnFailure
  readonly signal: AbortSignal
  readonly report: (result: Delivered) => void
}

/** The longest pause between two attempts, in milliseconds. */
const LONGEST = 15_000

/**
 * Sends an event to every target, at the same time; those that fail get it again, alone, with growing pauses. Later events wait, so that
 * each target receives them in order.
 *
 * @returns `failed` when a target did not receive it and `onFailure` is `stop`
 * @throws the signal's reason when it is aborted before all have received the event
 */
export async function forward(
  event: Event,
  { targets, onFailure, report, ...to }: Forwarding,
): Promise<'received' | 'skipped' | 'failed'> {
  let left = targets
  for (let pause = 250; ; pause = Math.min(pause * 2, LONGEST)) {
    const results = await Promise.all(left.map((url) => deliver(event, { url, ...to })))
    results.forEach(report)
    left = results.filter((one) => !isOk(one)).map(({ url }) => url)
    if (left.length === 0) return 'received'
    if (onFailure !== 'retry') return onFailure === 'skip' ? 'skipped' : 'failed'
    await delay(pause, undefined, { signal: to.signal })
  }
}
