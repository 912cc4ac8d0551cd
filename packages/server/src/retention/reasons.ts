import { sql } from 'kysely'
import {
  departureEnd,
  departureOver,
  endWithDeparture,
  overWithDeparture,
  type Source,
  withDeparture,
} from './source.ts'

/** A source with the columns that hold reasons and comments: whole, or as members of JSON. */
export type ReasonSource = Source & { columns: Readonly<Record<string, 'text' | 'json'>> }

const account = (table: string) => sql.ref<string>(`${table}.account_id`)

/** True for a record whose reasons are still there. A record without any is passed over. */
const unerased = (table: string, ...columns: string[]) => sql`${sql.ref(`${table}.reasons_erased_at`)} is null
  and (${sql.join(
    columns.map((column) => sql`${sql.ref(`${table}.${column}`)} is not null`),
    sql` or `,
  )})`

/** A batch has reasons of everybody in it, so that a legal hold on one of them keeps it. */
const heldInBatch = sql`select 1 from offboarding where offboarding.org_id = offboarding_batch.org_id
  and offboarding.batch_id = offboarding_batch.batch_id
  and exists (select 1 from legal_hold where legal_hold.org_id = offboarding.org_id
    and legal_hold.account_id = offboarding.account_id and legal_hold.released_at is null)`

/** Every table with the reason of something that ends, apart from legal holds, whose reasons are kept with their departure. */
export const reasonSources: readonly ReasonSource[] = [
  {
    table: 'departure',
    key: 'departure_id',
    prefix: 'dep',
    from: sql`departure`,
    end: departureEnd,
    over: sql`${departureOver} and ${unerased('departure', 'reason_text')}`,
    account: account('departure'),
    columns: { reason_text: 'text' },
  },
  {
    table: 'leave_application',
    key: 'application_id',
    prefix: 'lap',
    from: withDeparture('leave_application'),
    end: endWithDeparture('leave_application'),
    over: sql`${overWithDeparture('leave_application')} and ${unerased('leave_application', 'reason_text')}`,
    account: account('leave_application'),
    columns: { reason_text: 'text', comment: 'text', approvals: 'json' },
  },
  {
    table: 'offboarding',
    key: 'offboarding_id',
    prefix: 'off',
    from: withDeparture('offboarding'),
    end: endWithDeparture('offboarding'),
    over: sql`${overWithDeparture('offboarding')} and ${unerased('offboarding', 'reason_text')}`,
    account: account('offboarding'),
    columns: { reason_text: 'text' },
  },
  {
    table: 'offboarding_batch',
    key: 'batch_id',
    prefix: 'ofb',
    from: sql`offboarding_batch`,
    end: sql`offboarding_batch.completed_at`,
    over: sql`offboarding_batch.status <> 'running' and offboarding_batch.reasons_erased_at is null
      and not exists (${heldInBatch})`,
    account: null,
    columns: { template: 'json' },
  },
  {
    table: 'association',
    key: 'association_id',
    prefix: 'assoc',
    from: sql`association`,
    end: sql`association.unlinked_at`,
    over: sql`association.status = 'unlinked' and ${unerased('association', 'reason_text')}`,
    account: null,
    columns: { reason_text: 'text' },
  },
  {
    table: 'scheduled_unlink',
    key: 'unlink_id',
    prefix: 'sul',
    from: sql`scheduled_unlink`,
    end: sql`scheduled_unlink.ended_at`,
    over: sql`scheduled_unlink.status <> 'scheduled' and ${unerased('scheduled_unlink', 'reason_text')}`,
    account: null,
    columns: { reason_text: 'text' },
  },
  {
    table: 'receipt',
    key: 'receipt_id',
    prefix: 'rct',
    from: withDeparture('receipt'),
    // The reason of a failure says what is to be done, until it is settled.
    end: sql`case when departure.departure_id is null or receipt.answered_at > ${departureEnd}
      then receipt.answered_at else ${departureEnd} end`,
    // The platform's own reasons are codes.
    over: sql`receipt.status in ('done', 'not_applicable') and receipt.answered_by <> 'platform' and (departure.departure_id is null or ${departureOver})
      and ${unerased('receipt', 'reason', 'details')}`,
    account: account('departure'),
    columns: { reason: 'text', details: 'text' },
  },
]
