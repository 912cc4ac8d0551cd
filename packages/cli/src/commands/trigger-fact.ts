import { type EventType, SendoffError, TokenError } from '@sendoff/sdk'
import { EXIT, Failure, usage } from '../errors/failure.ts'
import { endOfFeed, eventAfter } from '../feed/feed.ts'
import { confirm } from '../output/ask.ts'
import { facts } from '../trigger/facts.ts'
import { openWorld } from '../trigger/world.ts'
import type { Begun } from './begin.ts'
import { lineOf } from './events.ts'

type Making = { readonly org: string | undefined; readonly repeat: number; readonly yes: boolean }

/** Makes a fact in a sandbox as often as asked, and prints the event of each. */
export async function makeFacts(begun: Begun, type: EventType, { org, repeat, yes }: Making): Promise<void> {
  const { out, session, texts, asking } = begun
  const t = texts.trigger
  const fact = facts[type]
  if (!fact) throw usage(t.noFact(type), { flag: '--to' })
  const moved = (by: string) => out.note(t.moved(by))
  const world = await openWorld(session, { org: org ?? (await ownOrganization(begun)), moved, texts })
  const isEnd = type === 'organization.dissolved'
  if (isEnd) await confirm(t.dissolves(world.name), yes, asking)
  const { events } = world.founder
  for (let left = isEnd ? 1 : repeat; left > 0; left--) {
    const after = await endOfFeed({ events })
    await fact(world)
    // A dissolved organisation has nobody who could read its feed.
    if (isEnd) return out.document({ type, org_id: world.org_id, event: null }, () => [t.ended(type)])
    const made = await eventAfter({ events }, after, type)
    if (!made) throw new Failure(EXIT.refused, 'event_missing', t.missing(type))
    out.item(made, () => lineOf(made))
  }
}

/** The organisation of the credentials, where they have one. */
async function ownOrganization({ session }: Begun): Promise<string | undefined> {
  if (session.credentials.kind === 'nobody') return undefined
  try {
    return (await session.client(['org:read']).organization.get()).org_id
  } catch (error) {
    // Facts need no credentials of their own.
    if (error instanceof SendoffError || error instanceof TokenError) return undefined
    throw error
  }
}
