import { type Step, schedule, unschedule } from '../../due-work/due-work.ts'
import { lockMembers } from '../../locks/members.ts'
import { lockOrganizations } from '../../locks/organizations.ts'
import { type Placing, statement } from '../../store/statement.ts'
import type { Work } from '../../store/work.ts'
import { type DepartureRow, findDepartureRow } from '../departure.ts'
import { giveBackPage } from './give-back.ts'
import { replacePage } from './replace.ts'

/** Replaces the next page of references of a departed member, or gives the next page back to a restored one. */
export const referencesStep: Step = async (work, { orgId, subjectId }) => {
  const { account_id } = await findDepartureRow(work.db, orgId, subjectId)
  await lockMembers(work.db, orgId, [account_id])
  await lockOrganizations(work.db, [orgId])
  return changePage(work, await findDepartureRow(work.db, orgId, subjectId))
}

/**
 * Replaces the references of a departed member, or gives them back to a restored one: one page in this transaction, the rest as due
 * work. The organisation is locked.
 *
 * @returns `running` if there are further pages
 */
export async function changeReferences(
  work: Work,
  orgId: string,
  departureId: string,
): Promise<'running' | 'completed'> {
  const departure = await findDepartureRow(work.db, orgId, departureId)
  if (departure.status === 'restored') await unschedule(work.db, orgId, 'references', departureId)
  if ((await changePage(work, departure)) === 'done') return 'completed'
  await schedule(work, { orgId, kind: 'references', subjectId: departureId, dueAt: work.now })
  return 'running'
}

async function changePage(work: Work, departure: DepartureRow): Promise<'done' | 'again'> {
  const [account] = await readManager(work.db, departure)
  const manager_id = account?.manager_id ?? null
  const { org_id, departure_id, account_id, successor_id } = departure
  const leaver = { org_id, departure_id, account_id, manager_id }
  if (departure.status === 'restored') return giveBackPage(work, leaver)
  return replacePage(work, { ...leaver, successor_id })
}

const readManager = statement((db, $: Placing<Pick<DepartureRow, 'account_id'>>) =>
  db.selectFrom('account').select('manager_id').where('account_id', '=', $('account_id')),
)
