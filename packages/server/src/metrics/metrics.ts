import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Made } from '../webhooks/delivery/pace/made.ts'

/** The server's metrics. No label contains an id, so their number does not grow with organisations or endpoints. */
export interface Metrics {
  /** An attempt to deliver was made. */
  attempted(made: Made): void
  /** Events of these types were committed. */
  recorded(types: readonly string[]): void
  /** A request was answered; `status` is for example `2xx`, or `aborted`. */
  answered(operation: string, status: string, seconds: number): void
  /** Adds gauges, which are read at each scrape. */
  add(gauges: Gauges): void
  /** Writes all metrics in the text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

export type Gauges = { registry: Registry; refresh(): Promise<void> }

/** Operations that wait for events, so that their duration means nothing. */
const WAITING = ['events.list', 'events.stream']

/** Creates the metrics of a server. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const latency = new Histogram({
    registers,
    name: 'sendoff_delivery_latency_seconds',
    help: 'Time from the commit of an event to the 2xx of the consumer.',
    labelNames: ['attempt'] as const,
    buckets: [0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300, 3600, 86_400],
  })
  const attempts = new Counter({
    registers,
    name: 'sendoff_delivery_attempts_total',
    help: 'Delivery attempts, by the class of the answer or by the failure.',
    labelNames: ['class'] as const,
  })
  const events = new Counter({
    registers,
    name: 'sendoff_events_total',
    help: 'Events committed by this process.',
    labelNames: ['type'] as const,
  })
  const requests = new Counter({
    registers,
    name: 'sendoff_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['operation', 'status'] as const,
  })
  const durations = new Histogram({
    registers,
    name: 'sendoff_http_request_duration_seconds',
    help: 'Duration of requests that do not wait for events.',
    labelNames: ['operation'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  })
  const parts = [registry, ofTheProcess()]
  const refreshers: Gauges['refresh'][] = []
  return {
    attempted({ claimed, answer, endedAt }) {
      const { status, error } = answer
      attempts.inc({ class: error?.code ?? classOf(status ?? 0) })
      if (error !== null || classOf(status ?? 0) !== '2xx') return
      latency.observe({ attempt: claimed.attempts > 0 ? 'retry' : 'first' }, (endedAt - claimed.createdAt) / 1000)
    },
    recorded(types) {
      for (const type of types) events.inc({ type })
    },
    answered(operation, status, seconds) {
      requests.inc({ operation, status })
      if (!WAITING.includes(operation)) durations.observe({ operation }, seconds)
    },
    add(gauges) {
      parts.push(gauges.registry)
      refreshers.push(gauges.refresh)
    },
    async text() {
      for (const refresh of refreshers) await refresh()
      return Registry.merge(parts).metrics()
    },
    contentType: registry.contentType,
  }
}

/** The class of a status, for example `2xx`. */
export const classOf = (status: number): string => `${Math.floor(status / 100)}xx`

let process: Registry | undefined

/** Metrics of the process, shared by all servers in it. */
function ofTheProcess(): Registry {
  if (!process) {
    process = new Registry()
    collectDefaultMetrics({ register: process })
  }
  return process
}
