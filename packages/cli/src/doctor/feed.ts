import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Scope, SendoffError } from '@sendoff/sdk'
import { EVENT_SCOPES, endOfFeed, oldestKept } from '../feed/feed.ts'
import { cursorOf } from '../forward/cursor.ts'
import { feedmarkOf } from '../forward/feedmark.ts'
import type { Folders } from '../session/folders.ts'
import type { Session } from '../session/session.ts'
import type { Texts } from '../texts/texts.ts'
import { oneLine } from './access.ts'
import { type Found, of } from './found.ts'

/** Checks the stored places of the listeners of this platform against its feed. */
export async function checkFeed(session: Session, folders: Folders, texts: Texts): Promise<Found[]> {
  const { ok, fault, skipped } = of('feed')
  const t = texts.doctor
  try {
    const scopes: readonly Scope[] = await session.granted(['event:read'], EVENT_SCOPES)
    const client = session.client(scopes as ['event:read'])
    const end = await endOfFeed(client)
    const feed = feedmarkOf(session.baseUrl, session.credentials)
    const found: Found[] = []
    for (const name of listenersIn(folders)) {
      const place = cursorOf(folders, name, texts).get()
      if (place?.base_url !== feed.base_url || place.reader !== feed.reader) continue
      try {
        await client.events.list({ after: place.sequence, limit: 1 })
        found.push(ok(t.place(name, place.sequence, end)))
      } catch (error) {
        if (oldestKept(error) === undefined) throw error
        found.push(fault(t.placeExpired(name, place.sequence)))
      }
    }
    return found.length > 0 ? found : [ok(t.feed(end))]
  } catch (error) {
    const isNarrow = error instanceof SendoffError && error.status === 403
    return [isNarrow ? skipped(oneLine(error, texts)) : fault(oneLine(error, texts))]
  }
}

/** The names of the listeners that have a place. */
function listenersIn({ state }: Folders): string[] {
  const folder = join(state, 'listen')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? [])
}
