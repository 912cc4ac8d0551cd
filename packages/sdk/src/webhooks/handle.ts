import type { Event, EventEnvelope, EventOf, EventType } from '@sendoff/api'

/** An event of a type without a handler, perhaps newer than this version of the SDK. */
export type UnknownEvent = EventEnvelope & { readonly type: string; readonly data: unknown }

/** A handler for each type of interest. */
export type HandlersByType<Result, Rest extends unknown[] = []> = {
  readonly [Type in EventType]?: ((event: EventOf<Type>, ...rest: Rest) => Result) | undefined
}

/** A handler for each type of interest, and one for all others: a server may have newer types than this version. */
export type Handlers<Result> = HandlersByType<Result> & { readonly otherwise: (event: UnknownEvent) => Result }

/** Passes an event to the handler of its type and returns the handler's result. */
export function handle<Result>(event: Event, handlers: Handlers<Result>): Result {
  return (handlerOf(event, handlers) ?? handlers.otherwise)(event)
}

/** Finds the handler of an event's type. */
export function handlerOf<Result, Rest extends unknown[]>(
  event: Event,
  handlers: HandlersByType<Result, Rest>,
): ((event: Event, ...rest: Rest) => Result) | undefined {
  // Own properties only: the type comes from outside, and may be `toString`.
  const handler = Object.hasOwn(handlers, event.type) ? handlers[event.type] : undefined
  // TypeScript does not see that handler and event have the same type (microsoft/TypeScript#30581).
  return handler as ((event: Event, ...rest: Rest) => Result) | undefined
}
