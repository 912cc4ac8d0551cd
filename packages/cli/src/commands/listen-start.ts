import { usage } from '../errors/failure.ts'
import { endOfFeed, type Feed } from '../feed/feed.ts'
import { cursorOf, type Feedmark } from '../forward/cursor.ts'
import type { Texts } from '../texts/texts.ts'
import { durationOf, isTimestamp } from '../values/duration.ts'
import type { Begun } from './begin.ts'

/** Checks the value of `--from`. */
export const checkedStart = (given: string, texts: Texts): string => {
  const isKnown = /^(now|oldest|\d{1,15}|evt_[\w-]{1,60})$/.test(given) || isTimestamp(given)
  if (!isKnown && durationOf(given) === undefined) throw new Error(texts.listen.wrongFrom)
  return given
}

/**
 * Finds the sequence after which to begin: that of the flag, else the stored one, else the end.
 *
 * @throws {Failure} exit 2 when the stored one is of another feed
 */
export async function startOf(
  begun: Begun,
  client: Feed & { readonly events: { get(params: { event_id: string }): Promise<{ sequence: number }> } },
  from: string | undefined,
  feed: Feedmark,
  name: string,
): Promise<number> {
  const { texts, folders } = begun
  const stored = cursorOf(folders, name, texts).get()
  if (from === undefined && stored) {
    const isSame = stored.base_url === feed.base_url && stored.reader === feed.reader
    if (!isSame) throw usage(texts.listen.otherFeed(name, stored.base_url, stored.reader), { flag: '--from' })
    return stored.sequence
  }
  if (from === undefined || from === 'now') return endOfFeed(client)
  if (from === 'oldest') return 0
  if (/^\d+$/.test(from)) return Number(from)
  if (from.startsWith('evt_')) return (await client.events.get({ event_id: from })).sequence
  const since = await begun.moment(from)
  const { data, last_sequence } = await client.events.list({ after: 0, limit: 1, since } as { after: number })
  return data[0] ? data[0].sequence - 1 : last_sequence
}
