import type { EventOf, Schemas } from '@sendoff/api'
import { audit } from '../../audit/audit.ts'
import { appendEvents } from '../../events/append.ts'
import { system } from '../../events/event.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import type { Reader } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { findReferencesIn, MOST_SUBJECTS } from './find.ts'
import type { Departed, Holders } from './holders.ts'

type Changed = EventOf<'member.references_changed'>['data']

/** Records the event of the replaced references, and notifies the administrators of choices that can't be kept. */
export async function tellReplaced(work: Work, departed: Departed, holders: Holders): Promise<void> {
  const { org_id: orgId, departure_id, account_id } = departed
  const references = await findNoted(work.db, departed, 'replaced')
  const left = await findReferencesIn(work.db, departed, 'scheduled_recipient', null)
  const { unavailableSuccessorId: unavailable_successor_id } = holders
  if (references.length === 0 && left.length === 0 && unavailable_successor_id === null) return
  const cause = 'departed'
  await tell(work, orgId, { departure_id, account_id, cause, unavailable_successor_id, references, left })
  if (left.length === 0 && unavailable_successor_id === null) return
  const [named] = left
  const data = {
    departure_id,
    account_id,
    unavailable_successor_id,
    offboardings: named?.count ?? 0,
    offboarding_ids: named?.subject_ids ?? [],
  }
  await notifyAdministrators(work, orgId, { type: 'offboarding.recipients_departed', data })
}

/** Records the event of the references that a restore gave back, and of those that somebody has changed since. */
export async function tellGivenBack(work: Work, departed: Omit<Departed, 'successor_id'>): Promise<void> {
  const { org_id: orgId, departure_id, account_id } = departed
  const givenBack = await findNoted(work.db, departed, 'given_back')
  const references = givenBack.map((reference) => ({ ...reference, holder_id: account_id }))
  const left = await findNoted(work.db, departed, 'left')
  if (references.length === 0 && left.length === 0) return
  const cause = 'restored'
  await tell(work, orgId, { departure_id, account_id, cause, unavailable_successor_id: null, references, left })
}

async function tell(work: Work, orgId: string, data: Changed): Promise<void> {
  await appendEvents(work, [{ orgId, type: 'member.references_changed', actor: system, data }])
  const { departure_id, cause, references, left } = data
  const countsOf = (list: Schemas['Reference'][]) =>
    list.map(({ role, count, holder_id }) => ({ role, count, holder_id }))
  const after = { cause, references: countsOf(references), left: countsOf(left) }
  await audit(work, system, { orgId, action: 'system', target: departure_id, after })
}

const STATES = { replaced: null, given_back: 1, left: 0 } as const

/** Lists the noted references of a departure by role and present holder. */
export async function findNoted(
  db: Reader,
  { org_id, departure_id }: Pick<Departed, 'org_id' | 'departure_id'>,
  state: keyof typeof STATES,
): Promise<Schemas['Reference'][]> {
  const noted = db
    .selectFrom('departure_reference')
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .where('given_back', 'is not distinct from', STATES[state])
  const groups = await noted
    .select(['role', 'holder_id', (count) => count.fn.countAll<number>().as('count')])
    .groupBy(['role', 'holder_id'])
    .orderBy('role')
    .orderBy('holder_id')
    .execute()
  const found: Schemas['Reference'][] = []
  for (const { role, holder_id, count } of groups) {
    const rows = await noted
      .select('subject_id')
      .where('role', '=', role)
      .where('holder_id', 'is not distinct from', holder_id)
      .orderBy('subject_id')
      .limit(MOST_SUBJECTS)
      .execute()
    found.push({ role, count, subject_ids: rows.map(({ subject_id }) => subject_id), holder_id })
  }
  return found
}

/** Counts the places that a restore has given back so far, and those that somebody has changed since. */
export async function countGivenBack(
  db: Reader,
  { org_id, departure_id }: Pick<Departed, 'org_id' | 'departure_id'>,
  status: 'running' | 'completed',
): Promise<Schemas['Restore']['references']> {
  const rows = await db
    .selectFrom('departure_reference')
    .select(['given_back', (count) => count.fn.countAll<number>().as('count')])
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .where('given_back', 'is not', null)
    .groupBy('given_back')
    .execute()
  const count = (state: 0 | 1) => rows.find(({ given_back }) => given_back === state)?.count ?? 0
  return { status, given_back: count(1), left: count(0) }
}
