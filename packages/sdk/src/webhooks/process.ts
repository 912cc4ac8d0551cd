import type { Event } from '@sendoff/api'
import { abortable } from '../transport/abortable.ts'
import type { Dedupe, Outcome } from './dedupe.ts'
import { HandlerTimeoutError, PermanentError } from './error.ts'
import { handlerOf } from './handle.ts'
import type { HandlerContext, HandlerOptions } from './handler-options.ts'
import { type GiveReceipt, type Receipt, receiptOf } from './receipt.ts'

type Processing<Context> = Pick<HandlerOptions<Context>, 'on' | 'otherwise'> & {
  readonly dedupe: Dedupe<Context>
  readonly onError: (error: unknown, event: Event) => void
  readonly timeout: number
}

/** Makes the function that passes an event to its handler, once and within `timeout`. */
export function processing<Context>({ on, otherwise, dedupe, onError, timeout }: Processing<Context>) {
  return async (event: Event, outer?: AbortSignal, give?: GiveReceipt): Promise<Outcome> => {
    const handler = handlerOf<unknown, [HandlerContext<Context>]>(event, on) ?? otherwise
    if (!handler) return 'ignored'

    const limit = new AbortController()
    const signal = outer ? AbortSignal.any([outer, limit.signal]) : limit.signal
    let work: Promise<unknown> = Promise.resolve()
    let receipt: Receipt | undefined
    const expire = () => limit.abort(new HandlerTimeoutError(event.type, timeout, work))
    const timer = setTimeout(expire, timeout)
    const once = dedupe.once(event.id, async (context) => {
      // The store may have waited for a connection until now.
      limit.signal.throwIfAborted()
      work = (async () => handler(event, { ...context, signal }))()
      work.catch((late) => {
        if (limit.signal.aborted && late !== limit.signal.reason) onError(late, event)
      })
      // This rejects at the limit, so that the store rolls back and releases its connection.
      receipt = receiptOf(await abortable(work, limit.signal))
      // It is not recorded as handled, so that the handler runs again when the system is asked again.
      if (receipt?.status === 'failed') throw receipt
      return receipt
    })
    let outcome: Outcome = 'handled'
    try {
      outcome = await abortable(once, limit.signal)
      // The answer with the receipt may have been lost, and the event was sent again for that.
      if (outcome === 'duplicate') receipt = await dedupe.receipt?.(event.id)
    } catch (error) {
      if (!receipt || error !== receipt) {
        if (!(error instanceof PermanentError)) throw error
        onError(error, event)
        outcome = 'abandoned'
      }
    } finally {
      clearTimeout(timer)
    }
    if (receipt) await give?.(receipt, event)
    return outcome
  }
}
