import { randomBytes } from 'node:crypto'
import type { Sealer } from '../crypto/seal.ts'
import { system } from '../events/event.ts'
import { addAccount } from '../identity/add-account.ts'
import { type Address, columnsOf, findIdentity } from '../identity/address.ts'
import { UNUSABLE } from '../identity/waiting.ts'
import { newId } from '../ids.ts'
import { findOrCreateIdentity } from '../members/address-owner.ts'
import { foundOrganization } from '../organizations/create.ts'
import { lockName } from '../store/lock-name.ts'
import type { Reader } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Work } from '../store/work.ts'
import { TRIES } from './sent-code.ts'

/** A person and an organisation that an operator creates; the password is set by a link if there is no hash of one. */
export type Founding = { email: string; name: string; organization: string; passwordHash: string | undefined }

/** The time for which a link to set a password is valid, in milliseconds. */
const LINK_VALID = 24 * 60 * 60 * 1000

/** A link to set a password: the secret part of its address, and the moment from which it is no longer valid. */
export type PasswordLink = { secret: string; expiresAt: number }

/** The reason why an operator's request is refused. */
export type OperatorRefusal = 'not_empty' | 'address_taken' | 'nobody' | 'has_password'

/**
 * Creates a person, their personal account, and an organisation of which they are the founder (S117).
 *
 * @param isAnother true if the installation need not be empty
 * @returns the ids, or the reason why it is refused; nothing is changed then
 */
export async function createAdministrator(
  work: Work,
  store: Pick<Store, 'dialect'>,
  { email, name, organization, passwordHash }: Founding,
  isAnother: boolean,
): Promise<{ identityId: string; org_id: string; account_id: string } | OperatorRefusal> {
  // Two operators at the same moment don't both find an empty installation.
  await lockName(store, work.db, 'first administrator')
  if (!isAnother && !(await isEmpty(work.db))) return 'not_empty'
  const address: Address = { type: 'email', value: email }
  const { identityId, created } = await findOrCreateIdentity(work, address)
  if (!created) return 'address_taken'
  if (passwordHash !== undefined) {
    await work.db
      .updateTable('identity')
      .set({ password_hash: passwordHash })
      .where('identity_id', '=', identityId)
      .execute()
  }
  const person = { identity_id: identityId, name, ...columnsOf(address) }
  await addAccount(work, { ...person, org_id: null, role: null, accepted_at: work.now })
  return { identityId, ...(await foundOrganization(work, system, organization, person)) }
}

/** Tells if nobody signs in here yet and no organisation was ever created. */
async function isEmpty(db: Reader): Promise<boolean> {
  const person = await db.selectFrom('identity').select('identity_id').limit(1).executeTakeFirst()
  const organization = await db.selectFrom('organization').select('org_id').limit(1).executeTakeFirst()
  return !person && !organization
}

/**
 * Creates a link with which a person sets their first password, once (S118). A person who has a password gets none, so that no operator
 * takes over a sign-in by the way: they recover it by mail.
 */
export async function createPasswordLink(
  work: Work,
  sealer: Sealer,
  email: string,
): Promise<PasswordLink | OperatorRefusal> {
  const identityId = await findIdentity(work.db, { type: 'email', value: email })
  if (identityId === undefined) return 'nobody'
  const { password_hash } = await work.db
    .selectFrom('identity')
    .select('password_hash')
    .where('identity_id', '=', identityId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (password_hash !== UNUSABLE) return 'has_password'
  // The newest link is the only one.
  await work.db.deleteFrom('verification_code').where('email', '=', email).where('asked_by', '=', BY_OPERATOR).execute()
  const [code_id, code] = [newId('vcd'), randomBytes(32).toString('base64url')]
  const expiresAt = work.now + LINK_VALID
  await work.db
    .insertInto('verification_code')
    .values({
      code_id,
      email,
      phone: null,
      purpose: 'recover',
      code: sealer.seal(code, 'verification code'),
      asked_by: BY_OPERATOR,
      tries_left: TRIES,
      created_at: work.now,
      expires_at: expiresAt,
    })
    .execute()
  return { secret: `${code_id}.${code}`, expiresAt }
}

/** No digest of a requester: nobody's request without its id is compared with it. */
const BY_OPERATOR = 'operator'
