import { setTimeout as delay } from 'node:timers/promises'
import type { ResultOf } from '@sendoff/sdk'
import { buildCommand, buildRouteMap } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import type { Texts } from '../texts/texts.ts'
import { localTime } from '../values/local-time.ts'
import { type Begun, begin } from './begin.ts'
import { count, globalFlags, id, moment, oneOf, text, yesOrNo } from './flags.ts'

type Status = 'pending' | 'succeeded' | 'failed' | 'held'
type Summary = ResultOf<'webhookEndpoints.listDeliveries'>['data'][number]
type Query = { status?: Status | undefined; event_type?: string | undefined; since?: string; until?: string }

type ListFlags = GlobalFlags & {
  readonly app?: string
  readonly endpoint?: string
  readonly status?: Status
  readonly type?: string
  readonly since?: string
  readonly until?: string
  readonly follow: boolean
  readonly limit?: number
}

const list = (texts: Texts) =>
  buildCommand<ListFlags, [], Context>({
    docs: { brief: texts.deliveries.list },
    parameters: {
      flags: {
        ...globalFlags(texts),
        app: text(texts.flags.app, 'id'),
        endpoint: text(texts.flags.endpoint, 'id'),
        status: oneOf(texts.deliveries.status, ['pending', 'succeeded', 'failed', 'held']),
        type: text(texts.deliveries.type, 'member.departed'),
        since: moment(texts, texts.flags.since),
        until: moment(texts, texts.flags.until),
        follow: yesOrNo(texts.deliveries.follow),
        limit: count(texts, texts.deliveries.limit, 1000),
      },
    },
    async func(flags) {
      const begun = begin(this, flags)
      const { out } = begun
      const { app, endpoint, status, type: event_type, limit = 50 } = flags
      const since = await begun.moment(flags.since)
      const until = await begun.moment(flags.until)
      const query = { status, event_type, ...(since && { since }), ...(until && { until }) }
      const found = await newestDeliveries(begun, { app, endpoint }, query, limit)
      if (!flags.follow) {
        out.list(found, texts.deliveries.heading, rowOf, texts.deliveries.none)
        return
      }
      const { signal, exitCode } = this.stopped()
      await follow(found)
      this.process.exitCode = exitCode()

      /** Prints deliveries, and again those that changed, every two seconds. */
      async function follow(first: Summary[]) {
        let shown = new Map<string, string>()
        for (let now = first; !signal.aborted; ) {
          const state = new Map(now.map((one) => [one.delivery_id, `${one.status} ${one.attempt_count}`]))
          for (const one of now.toReversed()) {
            if (shown.get(one.delivery_id) !== state.get(one.delivery_id)) out.item(one, () => rowOf(one).join('  '))
          }
          shown = state
          await delay(2000, undefined, { signal }).catch(() => undefined)
          if (!signal.aborted) now = await newestDeliveries(begun, { app, endpoint }, query, limit)
        }
      }
    },
  })

const get = (texts: Texts) =>
  buildCommand<GlobalFlags, [string], Context>({
    docs: { brief: texts.deliveries.get },
    parameters: {
      flags: globalFlags(texts),
      positional: { kind: 'tuple', parameters: [id(texts, texts.deliveries.id, 'delivery')] },
    },
    async func(flags, delivery_id) {
      const { out, session } = begin(this, flags)
      const delivery = await session.client(['webhook:read']).deliveries.get({ delivery_id })
      const t = texts.deliveries
      out.document(delivery, () => [
        t.summary(delivery.event_type, delivery.event_id, delivery.status),
        t.to(delivery.endpoint_id, localTime(delivery.created_at)),
        ...delivery.attempts.flatMap((attempt) => [
          t.attempt(attempt.number, localTime(attempt.started_at), attempt.response_status, attempt.error),
          `    ${timingsOf(attempt)}`,
          ...(attempt.response_body ? [`    ${attempt.response_body}`] : []),
        ]),
        ...(delivery.next_attempt_at ? [t.next(localTime(delivery.next_attempt_at))] : []),
      ])
    },
  })

/** `sendoff deliveries` and `sendoff deliveries get`. */
export const deliveries = (texts: Texts) =>
  buildRouteMap<'list' | 'get', Context>({
    docs: { brief: texts.deliveries.brief },
    routes: { list: list(texts), get: get(texts) },
    defaultCommand: 'list',
  })

const rowOf = (one: Summary) => [
  one.delivery_id,
  one.status,
  one.attempt_count,
  one.event_type,
  localTime(one.created_at),
  one.endpoint_id,
]

function timingsOf({ duration_ms, timings }: ResultOf<'deliveries.get'>['attempts'][number]): string {
  const parts = Object.entries(timings).map(([name, value]) => `${name.replace('_ms', '')} ${value ?? '-'}`)
  return [`${duration_ms} ms`, ...parts].join(', ')
}

/** Lists the newest deliveries, newest first, of one endpoint, of those of an app, or of all. */
export async function newestDeliveries(
  { session }: Pick<Begun, 'session'>,
  { app: app_id, endpoint }: { readonly app?: string | undefined; readonly endpoint?: string | undefined },
  query: Query,
  limit: number,
): Promise<Summary[]> {
  const { webhookEndpoints } = session.client(['webhook:read'])
  const ids: string[] = []
  if (endpoint !== undefined) ids.push(endpoint)
  else for await (const { endpoint_id } of webhookEndpoints.list({ limit: 200, app_id })) ids.push(endpoint_id)
  const all: Summary[] = []
  for (const endpoint_id of ids) {
    const params = { endpoint_id, order: 'desc', limit: Math.min(limit, 200), ...query } as const
    let left = limit
    // The type is checked by the platform, which names those that it knows.
    for await (const one of webhookEndpoints.listDeliveries(params as { endpoint_id: string })) {
      all.push(one)
      if (--left <= 0) break
    }
  }
  return all.sort((a, b) => b.created_at.localeCompare(a.created_at)).slice(0, limit)
}
