import { hash, randomUUID } from 'node:crypto'

/** Where in a trace something is (W3C Trace Context, section 3.2): hexadecimal, in lower case. */
export type Trace = { traceId: string; spanId: string; flags: string }

const NONE = /^0+$/

/**
 * Reads a `traceparent` header.
 *
 * @returns undefined for one that is not valid, which is then left out of account (section 3.2.2)
 */
export function readTraceparent(header: string | undefined): Trace | undefined {
  const [, version, traceId, spanId, flags, more] =
    /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(header ?? '') ?? []
  if (!version || !traceId || !spanId || !flags || version === 'ff' || NONE.test(traceId) || NONE.test(spanId)) return
  // Only later versions may say more, and of theirs only this much is understood.
  if (version === '00' && more !== undefined) return
  return { traceId, spanId, flags: (Number.parseInt(flags, 16) & SAMPLED) === 0 ? '00' : '01' }
}

const SAMPLED = 1

export const writeTraceparent = ({ traceId, spanId, flags }: Trace): string => `00-${traceId}-${spanId}-${flags}`

/** 32 digits, random but for the six bits that make a UUID of them: those come from a stock, random bytes one call at a time. */
const randomHex = (): string => randomUUID().replaceAll('-', '')

/** A span of ours within a trace, or in a new one. */
export function newSpan(parent?: Trace): Trace {
  const traceId = parent?.traceId ?? randomHex()
  return { traceId, spanId: randomHex().slice(-16), flags: parent?.flags ?? '00' }
}

/**
 * A span for an attempt to deliver: in the trace of the request that made the event or, where it was none, in the delivery's own,
 * which is the same for all of its attempts.
 */
export function spanOfAttempt(deliveryId: string, traceparent: string | null): Trace {
  const parent = readTraceparent(traceparent ?? undefined)
  if (parent) return newSpan(parent)
  const traceId = hash('sha256', deliveryId).slice(0, 32)
  return { ...newSpan(), traceId }
}
