import type { CallOf, Schemas } from '@sendoff/api'
import type { Actor, UserActor } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { appendEvents } from '../events/append.ts'
import type { SystemActor } from '../events/event.ts'
import { addAccount } from '../identity/add-account.ts'
import { Refusal } from '../refusal.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { refuseOwnName } from '../values/name.ts'
import { addOrganization } from './add-organization.ts'
import { ROOT_DEPARTMENT } from './departments.ts'

/**
 * Creates an organisation from a personal account. The person becomes its founder, with a separate account in it.
 *
 * @throws {Refusal} `user_required`, `personal_account_required`, `invalid_request` for a misleading name
 */
export async function createOrganization(
  work: Work,
  actor: Actor,
  { name }: CallOf<'organizations.create'>,
): Promise<Schemas['CreatedOrganization']> {
  if (actor.type !== 'user') throw new Refusal('user_required')
  if (actor.orgId !== null) throw new Refusal('personal_account_required')
  refuseOwnName(name)
  const { org_id, account_id } = await foundOrganization(work, actor, name, await lockPerson(work.db, actor))
  const organization = { org_id, name, status: 'active', created_at: timestamp(work.now), dissolution: null } as const
  return { organization, account_id }
}

/**
 * Stores an organisation and its founder, and records both facts.
 *
 * @param who the person, or the platform for its operator
 */
export async function foundOrganization(
  work: Work,
  who: Actor | SystemActor,
  name: string,
  person: Person,
): Promise<{ org_id: string; account_id: string }> {
  const org_id = await addOrganization(work, { name, leave_policy: 'instant' })
  const founder = await addFounder(work, org_id, person)
  await appendEvents(work, [{ orgId: org_id, type: 'member.joined', actor: who, data: founder }])
  const after = { name, founder_id: founder.account_id }
  await audit(work, who, { orgId: org_id, action: 'organizations.create', target: org_id, after })
  return { org_id, account_id: founder.account_id }
}

type Person = { identity_id: string; name: string; email: string | null; phone: string | null }

/** Checked under the lock, so that nobody becomes a founder while their personal account is being deregistered. */
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
  const account_id = await addAccount(work, { ...person, org_id, role: 'founder', accepted_at: work.now })
  await work.db.insertInto('account_department').values({ org_id, account_id, dept_id: ROOT_DEPARTMENT }).execute()
  const { name, email, phone } = person
  return { account_id, name, email, phone, dept_ids: [ROOT_DEPARTMENT], role: 'founder' as const, rehire_of: null }
}
