import { hash, randomUUID } from 'node:crypto'

/** A position in a trace (W3C Trace Context, section 3.2), hexadecimal in lower case. */
export type Trace = { traceId: string; spanId: string; flags: string }

const NONE = /^0+$/

/**
 * Reads a `traceparent` header.
 *
 * @returns undefined for an invalid one, which is then ignored (section 3.2.2)
 */
export function readTraceparent(header: string | undefined): Trace | undefined {
  const [, version, traceId, spanId, flags, more] =
    /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(header ?? '') ?? []
  if (!version || !traceId || !spanId || !flags || version === 'ff' || NONE.test(traceId) || NONE.test(spanId)) return
  // Only later versions may have further fields, which are ignored.
  if (version === '00' && more !== undefined) return
  return { traceId, spanId, flags: (Number.parseInt(flags, 16) & SAMPLED) === 0 ? '00' : '01' }
}

const SAMPLED = 1

export const writeTraceparent = ({ traceId, spanId, flags }: Trace): string => `00-${traceId}-${spanId}-${flags}`

/** 32 digits, random except for the six fixed bits of a UUID: Node makes UUIDs from a pool, but random bytes with a call each. */
const randomHex = (): string => randomUUID().replaceAll('-', '')

/** 16 digits, the last ones of a UUID. */
const randomSpanId = (): string => {
  const uuid = randomUUID()
  return uuid.slice(19, 23) + uuid.slice(24)
}

/** A span that has ended. Its attributes name no person, and hold no address, secret or text of anybody's. */
export type EndedSpan = {
  name: string
  /** A request that came, or one that was sent. */
  kind: 'server' | 'client'
  trace: Trace
  parent: Trace | undefined
  /** In milliseconds since 1970, by the real clock. */
  startedAt: number
  durationMs: number
  attributes: Record<string, string | number>
  hasFailed: boolean
}

/** Takes the sampled spans of this process, where traces are switched on. */
export interface Tracer {
  /** Decides for a trace without a caller's decision; every server decides alike. */
  isSampled(traceId: string): boolean
  /** Takes a span, unless its trace is not sampled. It neither waits nor throws. */
  record(span: EndedSpan): void
  /** Sends what is left, within a few seconds. */
  stop(): Promise<void>
}

export const isSampled = ({ flags }: Trace): boolean => flags === '01'

/** Creates a span in a trace, or in a new one, which is sampled as the tracer decides. */
export function newSpan(parent?: Trace, tracer?: Tracer): Trace {
  const traceId = parent?.traceId ?? randomHex()
  return { traceId, spanId: randomSpanId(), flags: parent?.flags ?? flagsOf(traceId, tracer) }
}

const flagsOf = (traceId: string, tracer: Tracer | undefined) => (tracer?.isSampled(traceId) ? '01' : '00')

/**
 * Creates a span for a delivery attempt: in the trace of the request that caused the event or, without one, in a trace of the delivery
 * that all its attempts share.
 */
export function spanOfAttempt(deliveryId: string, traceparent: string | null, tracer?: Tracer): Trace {
  const parent = readTraceparent(traceparent ?? undefined)
  if (parent) return newSpan(parent)
  const traceId = hash('sha256', deliveryId).slice(0, 32)
  return { traceId, spanId: randomSpanId(), flags: flagsOf(traceId, tracer) }
}
