import type { Event } from '@sendoff/api'
import type { Dedupe, Once } from './dedupe.ts'
import { PermanentError } from './error.ts'
import { handlerOf } from './handle.ts'
import type { HandlerContext, HandlerOptions } from './handler.ts'

/** What became of an event: as of {@link Once}, or nobody wanted it, or it was given up with a {@link PermanentError}. */
export type Outcome = Once | 'ignored' | 'abandoned'

type Processing<Context> = Pick<HandlerOptions<Context>, 'on' | 'otherwise'> & {
  readonly dedupe: Dedupe<Context>
  readonly onError: (error: unknown, event: Event) => void
}

/** Makes the function that gives an event to its handler, once. */
export function processing<Context>({ on, otherwise, dedupe, onError }: Processing<Context>) {
  return async (event: Event, signal = new AbortController().signal): Promise<Outcome> => {
    const handler = handlerOf<unknown, [HandlerContext<Context>]>(event, on) ?? otherwise
    if (!handler) return 'ignored'
    try {
      return await dedupe.once(event.id, async (context) => {
        await handler(event, { ...context, signal })
      })
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error
      onError(error, event)
      return 'abandoned'
    }
  }
}
