import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, type ReadableSpan, type SpanExporter } from '@opentelemetry/sdk-trace'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { type EndedSpan, isSampled, type Trace, type Tracer } from '../trace.ts'

/** The longest time in which a batch is sent, and the least time between two warnings, in milliseconds. */
const [LONGEST_EXPORT, WARN_AGAIN] = [5000, 60_000]

/**
 * Sends spans to a collector by OTLP over HTTP, in JSON, in batches. While the collector does not take them, the last 2,048 wait and
 * further ones are dropped.
 */
export function openTracer({ url, headers, ratio }: NonNullable<Config['traces']>, logger: Logger): Tracer {
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: LONGEST_EXPORT })
  const processor = new BatchSpanProcessor({
    exporter: warning(exporter, logger),
    exportTimeoutMillis: LONGEST_EXPORT,
    scheduledDelayMillis: 1000,
  })
  const resource = resourceFromAttributes({ 'service.name': 'sendoff' })
  return {
    isSampled: (traceId) => Number.parseInt(traceId.slice(-8), 16) < ratio * 2 ** 32,
    record(span) {
      if (isSampled(span.trace)) processor.onEnd(readable(span, resource))
    },
    stop: () => processor.shutdown().catch(() => {}),
  }
}

function readable(span: EndedSpan, resource: ReadableSpan['resource']): ReadableSpan {
  const { name, kind, trace, parent, startedAt, durationMs, attributes, hasFailed } = span
  return {
    name,
    kind: kind === 'server' ? SpanKind.SERVER : SpanKind.CLIENT,
    spanContext: () => contextOf(trace),
    ...(parent && { parentSpanContext: { ...contextOf(parent), isRemote: true } }),
    startTime: toTime(startedAt),
    endTime: toTime(startedAt + durationMs),
    duration: toTime(durationMs),
    status: { code: hasFailed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET },
    attributes,
    links: [],
    events: [],
    ended: true,
    resource,
    instrumentationScope: { name: 'sendoff' },
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  }
}

const contextOf = ({ traceId, spanId, flags }: Trace) => ({ traceId, spanId, traceFlags: Number.parseInt(flags, 16) })

/** Seconds and nanoseconds. */
const toTime = (ms: number): [number, number] => [Math.floor(ms / 1000), Math.round((ms % 1000) * 1_000_000)]

/** Logs that the collector takes no spans, at most once a minute. */
function warning(exporter: SpanExporter, logger: Logger): SpanExporter {
  let warnedAt = -WARN_AGAIN
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error && performance.now() - warnedAt >= WARN_AGAIN) {
          warnedAt = performance.now()
          logger.warn({ spans: spans.length, reason: result.error.message }, 'The collector takes no traces')
        }
        done(result)
      }),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  }
}
