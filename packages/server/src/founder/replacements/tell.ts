import type { FounderReplacementMessage, Notifier } from '../../accounts/notifier.ts'
import { timestamp } from '../../clock.ts'
import { type Step, schedule, unschedule } from '../../due-work/due-work.ts'
import { addressesOf } from '../../identity/address.ts'
import { newId } from '../../ids.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { lockReplacement, type ReplacementRow } from './replacement.ts'
import { DAY, startWaiting } from './waiting-time.ts'

/** The number of people who are told in one step, and the pause between two steps, so that the mail server keeps up. */
const PAGE = 100
const PAUSE = 5000

type Told = NonNullable<ReplacementRow['telling']>

/** Has the founder and every administrator told of a fact, page by page. A newer fact takes the place of one that is being told. */
export async function tellAdministrators(
  work: Work,
  { org_id: orgId, replacement_id }: { org_id: string; replacement_id: string },
  told: Told,
): Promise<void> {
  await update(work.db, { org_id: orgId, replacement_id }, { telling: told, told_up_to: '' })
  await schedule(work, { orgId, kind: 'founder_replacement_notice', subjectId: replacement_id, dueAt: work.now })
}

/**
 * The step that tells the next hundred: a notification for each, and a mail to each of their addresses (S102, S103). Restricted
 * administrators are told as well, because they read it with another account or once they are released.
 */
export const founderReplacementNoticeStep =
  (notifier: Notifier): Step =>
  async (work, { orgId, subjectId }) => {
    const row = (await lockReplacement(work.db, orgId, subjectId)) as ReplacementRow
    if (row.telling === null) return 'done'
    const people = await readPeople(work.db, row)
    const data = presentFact(row)
    if (people.length > 0) {
      const message = { org_id: orgId, type: `founder_replacement.${row.telling}`, created_at: work.now }
      const notifications = people.map(({ account_id, identity_id }) => ({
        ...message,
        account_id,
        identity_id,
        data: JSON.stringify(data),
        notification_id: newId('ntf'),
      }))
      await work.db.insertInto('notification').values(notifications).execute()
    }
    await sendMails(work, notifier, row, people)
    if (people.length === PAGE) {
      await update(work.db, row, { told_up_to: people.at(-1)?.account_id ?? '' })
      const dueAt = work.now + PAUSE
      await schedule(work, { orgId, kind: 'founder_replacement_notice', subjectId, dueAt })
      return 'done'
    }
    await update(work.db, row, { telling: null })
    if (row.telling === 'started' && work.now - row.started_at > DAY) await waitAnew(work, row)
    return 'done'
  }

/** Starts the waiting time again where people were told late, for example after an outage: they have all of it to object. */
async function waitAnew(work: Work, row: ReplacementRow): Promise<void> {
  await unschedule(work.db, row.org_id, 'founder_replacement', row.replacement_id)
  await startWaiting(work, row)
  await tellAdministrators(work, row, 'reminder')
}

function presentFact(row: ReplacementRow) {
  const { replacement_id, founder_id, successor_id, status, failure } = row
  return { replacement_id, founder_id, successor_id, status, effective_at: timestamp(row.effective_at), failure }
}

type Person = Awaited<ReturnType<typeof readPeople>>[number]

/** Reads the next people who are told, with the addresses of their sign-in and of their account. */
function readPeople(tx: Tx, { org_id, told_up_to }: ReplacementRow) {
  return tx
    .selectFrom('account')
    .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
    .select([
      'account.account_id',
      'account.identity_id',
      'account.email as contact_email',
      'account.phone as contact_phone',
      'identity.email',
      'identity.phone',
      'identity.locale',
    ])
    .where('account.org_id', '=', org_id)
    .where('account.status', '=', 'active')
    .where('account.accepted_at', 'is not', null)
    .where('account.role', 'in', ['founder', 'admin'])
    .where('account.account_id', '>', told_up_to)
    .orderBy('account.account_id')
    .limit(PAGE)
    .execute()
}

async function sendMails(work: Work, notifier: Notifier, row: ReplacementRow, people: Person[]): Promise<void> {
  const { name: organization } = await work.db
    .selectFrom('organization')
    .select('name')
    .where('org_id', '=', row.org_id)
    .executeTakeFirstOrThrow()
  const names = await work.db
    .selectFrom('account')
    .select(['account_id', 'name'])
    .where('account_id', 'in', [row.founder_id, row.successor_id])
    .execute()
  const nameOf = (id: string) => names.find(({ account_id }) => account_id === id)?.name ?? id
  const fact = {
    type: 'founder_replacement' as const,
    fact: factOf(row),
    organization,
    founder: nameOf(row.founder_id),
    successor: nameOf(row.successor_id),
    at: row.effective_at,
  }
  work.afterCommit(() => {
    for (const { locale, email, phone, contact_email, contact_phone } of people) {
      const signIn = addressesOf({ email, phone })
      const contacts = addressesOf({ email: contact_email, phone: contact_phone })
      const others = contacts.filter(({ value }) => value !== email && value !== phone)
      for (const to of [...signIn, ...others]) {
        if (notifier.reaches(to.type)) notifier.send({ ...fact, to, locale: locale as 'en' | 'zh-CN' | null })
      }
    }
  })
}

function factOf({ status, telling }: ReplacementRow): FounderReplacementMessage['fact'] {
  if (status !== 'waiting') return status
  return telling === 'started' ? 'started' : 'reminder'
}

async function update(
  tx: Tx,
  { org_id, replacement_id }: { org_id: string; replacement_id: string },
  change: Partial<Pick<ReplacementRow, 'telling' | 'told_up_to'>>,
): Promise<void> {
  await tx
    .updateTable('founder_replacement')
    .set(change)
    .where('org_id', '=', org_id)
    .where('replacement_id', '=', replacement_id)
    .execute()
}
