import { invalid } from '../../refusal.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Reader } from '../../store/schema.ts'
import type { Span } from './missed.ts'
import type { ReadableEvents } from './readable-events.ts'

/** The point from which an endpoint gets the events that it missed. */
export type Since = { since: string } | { after_event_id: string }

/**
 * Finds the ranges of events to look at, one for each organisation, up to the last event that is recorded now.
 *
 * @throws {Refusal} `invalid_request` for an event that the app may not read
 */
export async function spansSince(db: Reader, readable: ReadableEvents[], from: Since): Promise<Span[]> {
  const event = 'after_event_id' in from ? await findEvent(db, readable, from.after_event_id) : undefined
  const since = 'since' in from ? Date.parse(from.since) : (event?.created_at ?? 0)
  const spans: Span[] = []
  for (const { orgId } of readable) {
    const upTo = await lastSequence(db, orgId)
    // For other organisations than that of the event, its time decides.
    const after = event?.org_id === orgId ? event.sequence : await lastBefore(db, orgId, since, upTo)
    if (after < upTo) spans.push({ orgId, after, upTo })
  }
  return spans
}

async function findEvent(db: Reader, readable: ReadableEvents[], eventId: string) {
  const orgIds = readable.map(({ orgId }) => orgId)
  const event =
    orgIds.length === 0
      ? undefined
      : await db
          .selectFrom('event')
          .select(['org_id', 'sequence', 'type', 'created_at'])
          .where(isOneOf(db, 'org_id', orgIds))
          .where('event_id', '=', eventId)
          .executeTakeFirst()
  const isReadable = readable.some(
    ({ orgId, types }) => orgId === event?.org_id && types.some((type) => type === event.type),
  )
  if (!event || !isReadable) throw invalid('/after_event_id', 'recovery.event')
  return event
}

/** The last event whose deliveries are all made. Those of later ones are still to be made, and would be made twice. */
async function lastSequence(db: Reader, orgId: string): Promise<number> {
  const row = await db
    .selectFrom('organization')
    .select('last_sequence')
    .select((of) =>
      of
        .selectFrom('fan_out')
        .select((all) => all.fn.min('next_sequence').as('first'))
        .whereRef('fan_out.org_id', '=', 'organization.org_id')
        .as('unmade'),
    )
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  return row?.unmade != null ? Number(row.unmade) - 1 : (row?.last_sequence ?? 0)
}

async function lastBefore(db: Reader, orgId: string, since: number, upTo: number): Promise<number> {
  const row = await db
    .selectFrom('event')
    .select((least) => least.fn.min('sequence').as('sequence'))
    .where('org_id', '=', orgId)
    .where('created_at', '>=', since)
    .executeTakeFirst()
  return typeof row?.sequence === 'number' ? row.sequence - 1 : upTo
}
