import type { Schemas } from '@sendoff/api'
import type { Actor, UserActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { appendEvents } from '../events/append.ts'
import { newId } from '../ids.ts'
import { checkName } from '../names.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { ROOT_DEPARTMENT } from './departments.ts'

/**
 * Creates an organisation from a personal account. The same person becomes its founder, with an account of its own in it.
 *
 * @throws {Refusal} `user_required`, `personal_account_required`, `invalid_request` for a name that misleads
 */
export async function createOrganization(
  work: Work,
  actor: Actor,
  { name }: { name: string },
): Promise<Schemas['CreatedOrganization']> {
  if (actor.type !== 'user') throw new Refusal('user_required')
  if (actor.orgId !== null) throw new Refusal('personal_account_required')
  checkName(name)
  const person = await lockPerson(work.db, actor)
  const organization = { org_id: newId('org'), name, status: 'active' as const, created_at: work.now }
  const { org_id } = organization
  await work.db
    .insertInto('organization')
    .values({ ...organization, leave_policy: 'instant', leave_fallback_recipient_id: null, last_sequence: 0 })
    .execute()
  await work.db
    .insertInto('department')
    .values({ org_id, dept_id: ROOT_DEPARTMENT, name, parent_dept_id: null, head_id: null })
    .execute()
  const founder = await addFounder(work, org_id, person)
  await appendEvents(work, [{ orgId: org_id, type: 'member.joined', actor, data: founder }])
  const after = { name, founder_id: founder.account_id }
  await audit(work, actor, { orgId: org_id, action: 'organizations.create', target: org_id, after })
  return { organization: { ...organization, created_at: timestamp(work.now) }, account_id: founder.account_id }
}

type Person = { identity_id: string; name: string; email: string | null; phone: string | null }

/** Under the lock, so that nobody becomes a founder whose personal account is being deregistered. */
async function lockPerson(tx: Tx, actor: UserActor): Promise<Person> {
  const account = await tx
    .selectFrom('account')
    .select(['identity_id', 'name'])
    .where('account_id', '=', actor.id)
    .where('status', '=', 'active')
    .forUpdate()
    .executeTakeFirst()
  if (!account) throw new Refusal('token_revoked')
  const { email, phone } = await tx
    .selectFrom('identity')
    .select(['email', 'phone'])
    .where('identity_id', '=', account.identity_id)
    .executeTakeFirstOrThrow()
  return { ...account, email, phone }
}

async function addFounder(work: Work, org_id: string, person: Person) {
  const account_id = newId('acct')
  await work.db
    .insertInto('account')
    .values({
      ...person,
      account_id,
      org_id,
      kind: 'organization',
      role: 'founder',
      condition: 'normal',
      status: 'active',
      external_id: null,
      manager_id: null,
      revision: 1,
      generation: newId('gen'),
      created_at: work.now,
      accepted_at: work.now,
    })
    .execute()
  await work.db.insertInto('account_department').values({ org_id, account_id, dept_id: ROOT_DEPARTMENT }).execute()
  const { name, email, phone } = person
  return { account_id, name, email, phone, dept_ids: [ROOT_DEPARTMENT], role: 'founder' as const }
}
