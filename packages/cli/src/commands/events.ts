import type { Event, Scope } from '@sendoff/sdk'
import type { EventTypeFilter } from '@sendoff/sdk/webhooks'
import { buildCommand, buildRouteMap } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { EVENT_SCOPES, followFeed, lastEvents } from '../feed/feed.ts'
import type { Texts } from '../texts/texts.ts'
import { localTime } from '../values/local-time.ts'
import { begin } from './begin.ts'
import { count, globalFlags, id, moment, text, yesOrNo } from './flags.ts'

type TailFlags = GlobalFlags & {
  readonly types?: string
  readonly since?: string
  readonly follow: boolean
  readonly limit?: number
}

const tail = (texts: Texts) =>
  buildCommand<TailFlags, [], Context>({
    docs: { brief: texts.events.tail },
    parameters: {
      flags: {
        ...globalFlags(texts),
        types: text(texts.flags.types, 'member.*'),
        since: moment(texts, texts.flags.since),
        follow: yesOrNo(texts.events.follow),
        limit: count(texts, texts.events.limit, 1000),
      },
    },
    async func(flags) {
      const begun = begin(this, flags)
      const { out, session } = begun
      const types = typesOf(flags.types)
      const scopes: readonly Scope[] = await session.granted(['event:read'], EVENT_SCOPES)
      const client = session.client(scopes as ['event:read'])
      const since = await begun.moment(flags.since)
      const { events, end } = await lastEvents(client, { types, since, limit: flags.limit ?? 20 })
      const print = (event: Event) => out.item(event, () => lineOf(event))
      // Before the first line: whoever reads one may end the command.
      const stopped = flags.follow ? this.stopped() : undefined
      for (const event of events) print(event)
      if (!stopped) {
        if (events.length === 0) out.note(texts.events.none)
        return
      }
      const { signal, exitCode } = stopped
      const tell = { lost: () => out.note(texts.feed.lost), back: () => out.note(texts.feed.back) }
      for await (const { events: next } of followFeed(client, { after: end, types, signal, tell })) next.forEach(print)
      this.process.exitCode = exitCode()
    },
  })

const get = (texts: Texts) =>
  buildCommand<GlobalFlags, [string], Context>({
    docs: { brief: texts.events.get },
    parameters: {
      flags: globalFlags(texts),
      positional: { kind: 'tuple', parameters: [id(texts, texts.events.id, 'event')] },
    },
    async func(flags, event_id) {
      const { out, session } = begin(this, flags)
      const scopes: readonly Scope[] = await session.granted(['event:read'], EVENT_SCOPES)
      const event = await session.client(scopes as ['event:read']).events.get({ event_id })
      out.document(event, () => [JSON.stringify(event, null, 2)])
    },
  })

/** `sendoff events tail` and `sendoff events get`. */
export const events = (texts: Texts) =>
  buildRouteMap<'tail' | 'get', Context>({
    docs: { brief: texts.events.brief },
    routes: { tail: tail(texts), get: get(texts) },
  })

/** Splits the types of a flag; the platform says which of them it does not know. */
export const typesOf = (given: string | undefined): EventTypeFilter[] | undefined =>
  given === undefined ? undefined : (given.split(',').filter(Boolean) as EventTypeFilter[])

/** An event on one line: its number, time, type and subject. */
export function lineOf({ sequence, timestamp, type, id, data }: Event): string {
  const { account_id, association_id, departure_id } = data as Record<string, string | undefined>
  return [sequence, localTime(timestamp), type, id, account_id ?? association_id ?? departure_id]
    .filter((part) => part !== undefined)
    .join('  ')
}
