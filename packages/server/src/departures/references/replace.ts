import { sql } from 'kysely'
import { audit } from '../../audit/audit.ts'
import { appendEvents } from '../../events/append.ts'
import { type NewEvent, system } from '../../events/event.ts'
import { reviewAgainFor } from '../../members/review-again.ts'
import { memberUpdated } from '../../members/updated.ts'
import { changeFallbackRecipient } from '../../organizations/fallback-recipient.ts'
import type { ReferenceRole } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'
import type { Work } from '../../store/work.ts'
import { ROLES, referring } from './find.ts'
import { type Departed, findHolders, type Holders } from './holders.ts'
import { indexNamed, renamed } from './named.ts'
import { tellReplaced } from './tell.ts'

/** The number of places of each kind that are replaced in one transaction. */
export const PAGE = 250

/**
 * Replaces the next page of the places that refer to a departed member, or clears them (S78). The organisation is locked, so
 * that nobody who departs at the same time takes a place. Rows that another transaction holds are left for the next page: waiting
 * for them would be against the order of locks.
 *
 * @returns `done` if no place refers to the member any more, except scheduled offboardings for which there is no successor
 */
export async function replacePage(work: Work, departed: Departed): Promise<'done' | 'again'> {
  if (departed.successor_id === null && (await readReferring(work.db, departed)).length === 0) return 'done'
  const holders = await findHolders(work.db, departed, departed.successor_id)
  await replaceManagers(work, departed, holders)
  await replaceHeads(work, departed, holders)
  await replaceFallback(work, departed, holders)
  await replaceNamed(work, departed, holders)
  if (await isReferredTo(work, departed, holders)) return 'again'
  await tellReplaced(work, departed, holders)
  return 'done'
}

type Of = Pick<Departed, 'org_id' | 'account_id' | 'departure_id'>

/** A row if any place refers to a departed member, or referred to them before an earlier page. Most members have none. */
const readReferring = statement((db, $: Placing<Of>) => {
  const of = { org_id: $('org_id'), account_id: $('account_id') }
  const replaced = db
    .selectFrom('departure_reference')
    .select('departure_reference.subject_id as id')
    .where('departure_reference.org_id', '=', $('org_id'))
    .where('departure_reference.departure_id', '=', $('departure_id'))
    .where('departure_reference.given_back', 'is', null)
  const places = ROLES.map((role) => referring[role](db, of) as ReturnType<typeof referring.manager>)
  return db
    .selectNoFrom(sql<number>`1`.as('found'))
    .where((is) => is.or([is.exists(replaced), ...places.map((place) => is.exists(place.clearOrderBy()))]))
})

async function isReferredTo(work: Work, departed: Departed, holders: Holders): Promise<boolean> {
  const successorId = holders.holderOf('scheduled_recipient')
  const left = [
    await referring.manager(work.db, departed).limit(1).execute(),
    await referring.department_head(work.db, departed).limit(1).execute(),
    ...(successorId === null ? [] : [await named(work, departed, successorId).limit(1).execute()]),
  ]
  return left.some((rows) => rows.length > 0)
}

async function replaceManagers(work: Work, departed: Departed, { holderOf }: Holders): Promise<void> {
  const { org_id: orgId, account_id } = departed
  const reports = await referring
    .manager(work.db, departed)
    .clearSelect()
    .selectAll('account')
    .limit(PAGE)
    .forUpdate()
    .skipLocked()
    .execute()
  const events: NewEvent[] = []
  for (const report of reports) {
    const manager_id = holderOf('manager', report.account_id)
    await work.db
      .updateTable('account')
      .set({ manager_id, revision: Number(report.revision) + 1 })
      .where('org_id', '=', orgId)
      .where('account_id', '=', report.account_id)
      .execute()
    const before = { ...report, dept_ids: [], manager_id: account_id }
    const after = { ...before, manager_id }
    events.push(...memberUpdated({ orgId, accountId: report.account_id, actor: system, before, after }))
  }
  await appendEvents(work, events)
  const ids = reports.map((report) => report.account_id)
  await reviewAgainFor(work, orgId, ids)
  const subjects = ids.map((id) => ({ subject_id: id, holder_id: holderOf('manager', id) }))
  await note(work, departed, 'manager', subjects)
}

async function replaceHeads(work: Work, departed: Departed, { holderOf }: Holders): Promise<void> {
  const rows = await referring.department_head(work.db, departed).limit(PAGE).execute()
  if (rows.length === 0) return
  const head_id = holderOf('department_head')
  const ids = rows.map(({ id }) => id)
  await work.db
    .updateTable('department')
    .set({ head_id })
    .where('org_id', '=', departed.org_id)
    .where('dept_id', 'in', ids)
    .execute()
  const changes = { head_id: { before: departed.account_id, after: head_id } }
  await appendEvents(
    work,
    ids.map((id) => {
      const data = { dept_id: Number(id), changes }
      return { orgId: departed.org_id, type: 'department.updated', actor: system, data }
    }),
  )
  const subjects = ids.map((id) => ({ subject_id: String(id), holder_id: head_id }))
  await note(work, departed, 'department_head', subjects)
}

async function replaceFallback(work: Work, departed: Departed, { holderOf }: Holders): Promise<void> {
  const { org_id, account_id } = departed
  const holder_id = holderOf('fallback_recipient')
  if (!(await changeFallbackRecipient(work, org_id, { from: account_id, to: holder_id }))) return
  await note(work, departed, 'fallback_recipient', [{ subject_id: org_id, holder_id }])
}

/** Without a successor the choice stays as it was made, and what it names is held when it falls due (S77). */
async function replaceNamed(work: Work, departed: Departed, { holderOf }: Holders): Promise<void> {
  const { org_id, account_id } = departed
  const holder_id = holderOf('scheduled_recipient')
  if (holder_id === null) return
  const rows = await named(work, departed, holder_id).limit(PAGE).execute()
  for (const { id } of rows) {
    const row = await work.db
      .selectFrom('offboarding')
      .selectAll()
      .where('org_id', '=', org_id)
      .where('offboarding_id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const changed = renamed(row, account_id, holder_id)
    await work.db
      .updateTable('offboarding')
      .set({ handover: changed.handover, successor_id: changed.successor_id })
      .where('org_id', '=', org_id)
      .where('offboarding_id', '=', id)
      .execute()
    await indexNamed(work.db, changed)
    const naming = (of: typeof row) => ({ handover: JSON.parse(of.handover), successor_id: of.successor_id })
    const change = { before: naming(row), after: naming(changed) }
    await audit(work, system, { orgId: org_id, action: 'system', target: id, ...change })
  }
  const subjects = rows.map(({ id }) => ({ subject_id: id, holder_id }))
  await note(work, departed, 'scheduled_recipient', subjects)
}

/** The scheduled offboardings that name the member and can name the successor instead: those of other members. */
function named(work: Work, departed: Departed, successorId: string) {
  return referring
    .scheduled_recipient(work.db, departed)
    .innerJoin('offboarding', (join) =>
      join
        .onRef('offboarding.org_id', '=', 'named.org_id')
        .onRef('offboarding.offboarding_id', '=', 'named.offboarding_id'),
    )
    .where('offboarding.account_id', '!=', successorId)
}

/** Records where the member was referred to, so that a restore can give it back. */
async function note(
  work: Work,
  { org_id, departure_id }: Departed,
  role: ReferenceRole,
  subjects: { subject_id: string; holder_id: string | null }[],
): Promise<void> {
  if (subjects.length === 0) return
  await work.db
    .insertInto('departure_reference')
    .values(subjects.map((subject) => ({ org_id, departure_id, role, ...subject, given_back: null })))
    .onConflict((conflict) => conflict.columns(['org_id', 'departure_id', 'role', 'subject_id']).doNothing())
    .execute()
}
