import { sql } from 'kysely'
import { UNSETTLED } from '../webhooks/receipts/transition.ts'
import {
  departureEnd,
  departureOver,
  endWithDeparture,
  overWithDeparture,
  type Source,
  withDeparture,
} from './source.ts'

/**
 * No account of the person is a member: the seniority of a restored or rehired member counts their earlier departures (S66). The
 * accounts of a person are found by two indexes.
 */
const nobodyLives = sql`not exists (select 1 from account as own
  join account as first on first.account_id = coalesce(own.first_account_id, own.account_id)
  where own.account_id = departure.account_id and (own.status <> 'purged' or first.status <> 'purged' or exists (
    select 1 from account as later where later.first_account_id = first.account_id and later.status <> 'purged')))`

const settled = sql`not exists (select 1 from receipt where receipt.org_id = departure.org_id
  and receipt.departure_id = departure.departure_id and receipt.status in (${sql.join(UNSETTLED.map((one) => sql.lit(one)))}))`

const notBeingErased = sql`not exists (select 1 from erasure where erasure.org_id = departure.org_id
  and erasure.account_id = departure.account_id and erasure.status = 'running')`

const withoutDeparture = (table: string) => sql`departure.departure_id is null and ${overWithDeparture(table)}`

/** Every table with records of departures. Whatever else is kept of a departure, an application or an offboarding, goes with it. */
export const recordSources: readonly Source[] = [
  {
    table: 'departure',
    key: 'departure_id',
    prefix: 'dep',
    from: sql`departure`,
    end: departureEnd,
    over: sql`${departureOver} and ${nobodyLives} and ${settled} and ${notBeingErased}`,
    account: sql.ref('departure.account_id'),
  },
  {
    table: 'leave_application',
    key: 'application_id',
    prefix: 'lap',
    from: withDeparture('leave_application'),
    end: endWithDeparture('leave_application'),
    over: withoutDeparture('leave_application'),
    account: sql.ref('leave_application.account_id'),
  },
  {
    table: 'offboarding',
    key: 'offboarding_id',
    prefix: 'off',
    from: withDeparture('offboarding'),
    end: endWithDeparture('offboarding'),
    over: withoutDeparture('offboarding'),
    account: sql.ref('offboarding.account_id'),
  },
  {
    table: 'offboarding_batch',
    key: 'batch_id',
    prefix: 'ofb',
    from: sql`offboarding_batch`,
    end: sql`offboarding_batch.completed_at`,
    // As long as it has an offboarding, it explains where that came from.
    over: sql`offboarding_batch.status <> 'running' and not exists (select 1 from offboarding
      where offboarding.org_id = offboarding_batch.org_id and offboarding.batch_id = offboarding_batch.batch_id)`,
    account: null,
  },
]
