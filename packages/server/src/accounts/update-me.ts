import type { CallOf, Schemas } from '@sendoff/api'
import { type Actor, requireUserActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { appendEvents } from '../events/append.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { deptIdsOf, findMember } from '../members/member.ts'
import { memberUpdated } from '../members/updated.ts'
import { Refusal } from '../refusal.ts'
import type { Work } from '../store/work.ts'
import { searchColumns } from '../values/search.ts'
import { getMe } from './me.ts'

/**
 * Changes the name of the token's account, and the language of the person. In an organisation a new name is told like any other
 * change of a member.
 *
 * @throws {Refusal} `user_required`, `token_revoked`
 */
export async function updateMe(work: Work, actor: Actor, command: CallOf<'me.update'>): Promise<Schemas['Me']> {
  requireUserActor(actor)
  const row = await work.db
    .selectFrom('account')
    .selectAll()
    .where('account_id', '=', actor.id)
    .where('status', '=', 'active')
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('token_revoked')
  if (actor.orgId !== null) await lockOrganizations(work.db, [actor.orgId])
  const before = await getMe(work, actor)
  const { name = before.name, locale = before.locale } = command
  if (name !== before.name) {
    await work.db
      .updateTable('account')
      .set({ name, ...searchColumns({ ...row, name }), revision: row.revision + 1 })
      .where('account_id', '=', actor.id)
      .execute()
    if (actor.orgId !== null) await tell(work, { ...actor, orgId: actor.orgId }, before.name)
  }
  if (locale !== before.locale) {
    await work.db.updateTable('identity').set({ locale }).where('identity_id', '=', row.identity_id).execute()
  }
  return getMe(work, actor)
}

async function tell(work: Work, actor: Actor & { orgId: string }, former: string): Promise<void> {
  const { orgId, id: accountId } = actor
  const dept_ids = (await deptIdsOf(work.db, orgId, [accountId])).get(accountId) ?? []
  const after = { ...(await findMember(work.db, orgId, accountId)), dept_ids }
  await appendEvents(work, memberUpdated({ orgId, accountId, actor, before: { ...after, name: former }, after }))
  const change = { before: { name: former }, after: { name: after.name } }
  await audit(work, actor, { orgId, action: 'me.update', target: accountId, ...change })
}
