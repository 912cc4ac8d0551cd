import { type Step, schedule } from '../../due-work/due-work.ts'
import { owesReceipt } from '../../events/outbox/receipts.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Reader, Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import type { EndpointRow } from '../endpoints/endpoint.ts'
import { findReadableEvents } from '../recovery/readable-events.ts'
import { scheduleClosings, writeStates } from './record.ts'
import { afterEnd, type Ended, type ReceiptRow, UNANSWERED, UNSETTLED } from './transition.ts'

/** The number of receipts that one transaction settles, and of kinds of them that it looks at. */
const PAGE = 250

/**
 * Has the receipts of endpoints settled that they no longer owe or can no longer give: they were deleted or no longer
 * deprovision, or their app lost its authorization or a scope. An endpoint may owe a hundred thousand, so it is due work.
 *
 * @param orgId the organisation of the change
 */
export async function scheduleEnded(work: Work, orgId: string, endpointIds: readonly string[]): Promise<void> {
  for (const subjectId of endpointIds) {
    await schedule(work, { orgId, kind: 'receipts_ended', subjectId, dueAt: work.now })
  }
}

/** Like {@link scheduleEnded}, for every endpoint of some apps that deprovisions. */
export async function scheduleEndedOf(work: Work, orgId: string, appIds: string[]): Promise<void> {
  const endpoints = await work.db
    .selectFrom('webhook_endpoint')
    .select('endpoint_id')
    .where(isOneOf(work.db, 'app_id', appIds))
    .where('deprovisions', '=', 1)
    .execute()
  await scheduleEnded(
    work,
    orgId,
    endpoints.map(({ endpoint_id }) => endpoint_id),
  )
}

/** Settles a page of the receipts of an endpoint, by the state in which the endpoint, its app and the authorizations are. */
export const endedStep: Step = async (work, { subjectId: endpointId }) => {
  const endpoint = await work.db
    .selectFrom('webhook_endpoint')
    .selectAll()
    .where('endpoint_id', '=', endpointId)
    .forShare()
    .executeTakeFirst()
  if (!endpoint) return 'done'
  const whyOf = await readEnds(work.db, endpoint)
  let settled = 0
  for (const kind of await readKinds(work.db, endpointId)) {
    const why = whyOf(kind)
    if (!why) continue
    settled += await settlePage(work, endpointId, kind, why, PAGE - settled)
    if (settled >= PAGE) return 'again'
  }
  return 'done'
}

/** The receipts of an endpoint in an organisation for one type of event. */
type Kind = Pick<ReceiptRow, 'org_id' | 'event_type'>

/** The organisations and types for which an endpoint has receipts that are not settled. */
function readKinds(tx: Tx, endpointId: string): Promise<Kind[]> {
  return tx
    .selectFrom('receipt')
    .select(['org_id', 'event_type'])
    .distinct()
    .where('endpoint_id', '=', endpointId)
    .where('status', 'in', UNSETTLED)
    .orderBy('org_id')
    .orderBy('event_type')
    .execute()
}

/** Decides for each kind of receipts of an endpoint why it no longer owes them, if it does not. */
async function readEnds(tx: Tx, endpoint: EndpointRow): Promise<(kind: Kind) => Ended | undefined> {
  const { app_id } = endpoint
  const app = await tx.selectFrom('app').select('app_id').where('app_id', '=', app_id).executeTakeFirst()
  if (!app) return () => 'app_deleted'
  if (endpoint.status === 'deleted') return () => 'endpoint_deleted'
  const readable = new Map((await findReadableEvents(tx, app_id)).map(({ orgId, types }) => [orgId, types]))
  const isSuspended = readable.size === 0 && !(await isActive(tx, app_id))
  return ({ org_id, event_type }) => {
    if (!owesReceipt(endpoint, event_type)) return 'no_longer_deprovisions'
    // A suspended app may come back, and still owes what it owed.
    if (isSuspended) return undefined
    const types = readable.get(org_id)
    if (!types) return 'app_deauthorized'
    return types.includes(event_type) ? undefined : 'scope_lost'
  }
}

async function isActive(db: Reader, appId: string): Promise<boolean> {
  const app = await db.selectFrom('app').select('status').where('app_id', '=', appId).executeTakeFirst()
  return app?.status === 'active'
}

/** @returns the number of receipts that were settled */
async function settlePage(work: Work, endpointId: string, kind: Kind, why: Ended, most: number): Promise<number> {
  const statuses = why === 'no_longer_deprovisions' ? UNSETTLED : UNANSWERED
  let query = work.db
    .selectFrom('receipt')
    .selectAll()
    .where('org_id', '=', kind.org_id)
    .where('endpoint_id', '=', endpointId)
    .where('event_type', '=', kind.event_type)
    .where('status', 'in', statuses)
  // The end of its own authorization is the last event that an app receives, and it can still answer to that.
  if (why === 'app_deauthorized') {
    query = query.where('subject_id', 'not in', (of) =>
      of
        .selectFrom('authorization')
        .select('authorization_id')
        .whereRef('authorization.org_id', '=', 'receipt.org_id')
        .whereRef('authorization.app_id', '=', 'receipt.app_id'),
    )
  }
  const receipts = await query.orderBy('receipt_id').limit(most).forUpdate().execute()
  const changed = receipts.flatMap((receipt) => {
    const state = afterEnd(receipt, why, work.now)
    return state ? { receipt, state } : []
  })
  await writeStates(work, changed)
  await scheduleClosings(work, changed)
  return changed.length
}
