import { appendEvents } from '../../events/append.ts'
import { type NewEvent, system } from '../../events/event.ts'
import { deptIdsOf } from '../../members/member.ts'
import { reviewAgainFor } from '../../members/review-again.ts'
import { memberUpdated } from '../../members/updated.ts'
import { changeFallbackRecipient } from '../../organizations/fallback-recipient.ts'
import type { Work } from '../../store/work.ts'
import type { Leaver } from '../handover/recipients.ts'
import { PAGE } from './replace.ts'
import { tellGivenBack } from './tell.ts'

type Restored = Leaver & { departure_id: string }

/**
 * Gives the next page of the places that referred to a restored member back, as far as nobody has changed them since. A
 * department only gets its head back if the member is in it again; a scheduled offboarding keeps the successor.
 *
 * @returns `done` when it was the last page
 */
export async function giveBackPage(work: Work, restored: Restored): Promise<'done' | 'again'> {
  const { org_id, departure_id, account_id } = restored
  const rows = await work.db
    .selectFrom('departure_reference')
    .select(['role', 'subject_id', 'holder_id'])
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departure_id)
    .where('given_back', 'is', null)
    .orderBy('role')
    .orderBy('subject_id')
    .limit(PAGE)
    .execute()
  const deptIds = (await deptIdsOf(work.db, org_id, [account_id])).get(account_id) ?? []
  const events: NewEvent[] = []
  for (const { role, subject_id, holder_id } of rows) {
    const place = { subjectId: subject_id, holderId: holder_id }
    const told = role === 'manager' ? await giveBackReport(work, restored, place) : []
    events.push(...told)
    const givenBack =
      role === 'manager'
        ? told.length > 0
        : role === 'department_head'
          ? deptIds.includes(Number(subject_id)) && (await giveBackDepartment(work, restored, place))
          : role === 'fallback_recipient' &&
            (await changeFallbackRecipient(work, org_id, { from: holder_id, to: account_id }))
    await work.db
      .updateTable('departure_reference')
      .set({ given_back: givenBack ? 1 : 0 })
      .where('org_id', '=', org_id)
      .where('departure_id', '=', departure_id)
      .where('role', '=', role)
      .where('subject_id', '=', subject_id)
      .execute()
  }
  await appendEvents(work, events)
  if (rows.length === PAGE) return 'again'
  await tellGivenBack(work, restored)
  return 'done'
}

type Place = { subjectId: string; holderId: string | null }

async function giveBackReport(work: Work, restored: Restored, { subjectId, holderId }: Place): Promise<NewEvent[]> {
  const { org_id: orgId, account_id: manager_id } = restored
  const report = await work.db
    .updateTable('account')
    .set((set) => ({ manager_id, revision: set('revision', '+', 1) }))
    .where('org_id', '=', orgId)
    .where('account_id', '=', subjectId)
    .where('status', '=', 'active')
    .where('manager_id', 'is not distinct from', holderId)
    .returningAll()
    .executeTakeFirst()
  if (!report) return []
  await reviewAgainFor(work, orgId, [subjectId])
  const after = { ...report, dept_ids: [] }
  const before = { ...after, manager_id: holderId }
  return memberUpdated({ orgId, accountId: subjectId, actor: system, before, after })
}

async function giveBackDepartment(work: Work, restored: Restored, { subjectId, holderId }: Place): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('department')
    .set({ head_id: restored.account_id })
    .where('org_id', '=', restored.org_id)
    .where('dept_id', '=', Number(subjectId))
    .where('head_id', 'is not distinct from', holderId)
    .executeTakeFirst()
  if (Number(numUpdatedRows) === 0) return false
  const { org_id: orgId, account_id: after } = restored
  const data = { dept_id: Number(subjectId), changes: { head_id: { before: holderId, after } } }
  await appendEvents(work, [{ orgId, type: 'department.updated', actor: system, data }])
  return true
}
