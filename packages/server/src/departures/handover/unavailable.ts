import type { Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import { type NewNotification, notify } from '../../notifications/notify.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import type { Reader } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'
import type { Work } from '../../store/work.ts'
import type { Leaver } from './recipients.ts'

type Unavailable = Schemas['UnavailableRecipient']

/** The most recipients that an event or a notification lists; the handover report has all. */
export const MOST_UNAVAILABLE = 100

/** Counts the resources of a departure whose first recipient in line could not take over, by recipient and outcome. */
export async function findUnavailable(db: Reader, orgId: string, departureId: string): Promise<Unavailable[]> {
  const rows = await readUnavailable(db, { orgId, departureId })
  return rows.map(({ intended_recipient_id, ...row }) => ({ recipient_id: intended_recipient_id ?? '', ...row }))
}

const readUnavailable = statement((db, $: Placing<{ orgId: string; departureId: string }>) =>
  db
    .selectFrom('handover_item')
    .select(['intended_recipient_id', 'outcome', (count) => count.fn.countAll<number>().as('resources')])
    .where('org_id', '=', $('orgId'))
    .where('departure_id', '=', $('departureId'))
    .where('intended_recipient_id', 'is not', null)
    .groupBy(['intended_recipient_id', 'outcome'])
    .orderBy('intended_recipient_id')
    .orderBy('outcome')
    .limit(sql.lit(MOST_UNAVAILABLE)),
)

/**
 * Notifies whoever chose the recipients of a departure, and the administrators, that some of them could not take over
 * (S77).
 */
export async function tellUnavailable(
  work: Work,
  { org_id: orgId, account_id }: Pick<Leaver, 'org_id' | 'account_id'>,
  departureId: string,
  unavailable_recipients: Unavailable[],
  chooser?: { actor_type: 'user' | 'app' | 'system'; actor_id: string },
): Promise<void> {
  if (unavailable_recipients.length === 0) return
  const data = { departure_id: departureId, account_id, unavailable_recipients }
  const message: Pick<NewNotification, 'type' | 'data'> = { type: 'handover.recipient_unavailable', data }
  const { actor_type, actor_id } = chooser ?? (await actorOf(work.db, orgId, departureId))
  const told = await notifyAdministrators(work, orgId, message)
  if (actor_type !== 'user' || told.has(actor_id)) return
  const person = await work.db
    .selectFrom('account')
    .select('identity_id')
    .where('account_id', '=', actor_id)
    .where('org_id', '=', orgId)
    .where('accepted_at', 'is not', null)
    .executeTakeFirst()
  if (person) await notify(work, { identityId: person.identity_id, accountId: actor_id, orgId, ...message })
}

const actorOf = (db: Reader, orgId: string, departureId: string) =>
  db
    .selectFrom('departure')
    .select(['actor_type', 'actor_id'])
    .where('org_id', '=', orgId)
    .where('departure_id', '=', departureId)
    .executeTakeFirstOrThrow()
