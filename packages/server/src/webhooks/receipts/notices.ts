import { timestamp } from '../../clock.ts'
import type { Step } from '../../due-work/due-work.ts'
import { appendEvents } from '../../events/append.ts'
import { type NewEvent, system } from '../../events/event.ts'
import { scheduleNotices } from '../../events/outbox/receipts.ts'
import { isDissolved } from '../../locks/organizations.ts'
import { notifyAdministrators } from '../../notifications/notify-administrators.ts'
import { isOneOf } from '../../store/recordset.ts'
import type { Reader } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { isUnanswered, type ReceiptRow, UNANSWERED } from './transition.ts'

/** The number of receipts in one transaction. */
const PAGE = 250
/** The shortest time between two notifications, in milliseconds: a system that is down owes receipts by the hundred. */
const PAUSE = 10 * 60_000
/** The number of receipts that a notification names, and up to which it counts. */
const NAMED = 10
const MOST_COUNTED = 10_000

/**
 * Records the receipts that are overdue or failed, page by page, and notifies the administrators once for all of them.
 */
export const noticesStep: Step = async (work, { orgId }) => {
  if (await isDissolved(work.db, orgId)) return 'done'
  const due = await work.db
    .selectFrom('receipt')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('notice_at', '<=', work.now)
    .orderBy('notice_at')
    .orderBy('receipt_id')
    .limit(PAGE)
    .forUpdate()
    .execute()
  const open = due.filter((receipt) => isUnanswered(receipt) || receipt.status === 'failed')
  await clearNotices(work, orgId, due)
  await appendEvents(
    work,
    open.map((receipt) => eventOf(orgId, receipt)),
  )
  if (due.length === PAGE) return 'again'
  if (open.length > 0) await notifyOf(work, orgId, open)
  const next = await readNext(work.db, orgId)
  // After a notification there is one look more, so that what fails in the meantime is told together.
  if (open.length > 0) await scheduleNotices(work, orgId, work.now + PAUSE, work.now)
  else if (next !== undefined) await scheduleNotices(work, orgId, next, work.now)
  return 'done'
}

async function clearNotices({ db }: Work, orgId: string, receipts: ReceiptRow[]): Promise<void> {
  await db
    .updateTable('receipt')
    .set({ notice_at: null })
    .where('org_id', '=', orgId)
    .where(
      isOneOf(
        db,
        'receipt_id',
        receipts.map(({ receipt_id }) => receipt_id),
      ),
    )
    .execute()
}

function eventOf(orgId: string, receipt: ReceiptRow): NewEvent {
  const { receipt_id, endpoint_id, app_id, app_name, event_id, event_type, subject_id, departure_id } = receipt
  const { status, reason, created_at, deadline_at } = receipt
  const about = { receipt_id, endpoint_id, app_id, app_name, event_id, event_type, subject_id, departure_id }
  const since = timestamp(created_at)
  const data = { receipt: { ...about, status, reason, since, deadline_at: timestamp(deadline_at) } }
  return status === 'failed'
    ? { orgId, type: 'receipt.failed', actor: system, data }
    : { orgId, type: 'receipt.overdue', actor: system, data }
}

async function notifyOf(work: Work, orgId: string, open: ReceiptRow[]): Promise<void> {
  const count = async (statuses: readonly ReceiptRow['status'][], past: boolean) => {
    let some = work.db.selectFrom('receipt').select('receipt_id').where('org_id', '=', orgId)
    some = some.where('status', 'in', statuses).limit(MOST_COUNTED)
    if (past) some = some.where('deadline_at', '<=', work.now)
    const counted = work.db.selectFrom(some.as('some')).select((all) => all.fn.countAll<number>().as('rows'))
    return Number((await counted.executeTakeFirstOrThrow()).rows)
  }
  const receipts = open.slice(0, NAMED).map(({ receipt_id, departure_id, event_type, app_name, status }) => {
    return { receipt_id, departure_id, event_type, app_name, status }
  })
  const data = { overdue: await count(UNANSWERED, true), failed: await count(['failed'], false), receipts }
  await notifyAdministrators(work, orgId, { type: 'receipts.unsettled', data })
}

async function readNext(db: Reader, orgId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('receipt')
    .select('notice_at')
    .where('org_id', '=', orgId)
    .where('notice_at', 'is not', null)
    .orderBy('notice_at')
    .limit(1)
    .executeTakeFirst()
  return row?.notice_at ?? undefined
}
