import type { Origin } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import type { Sealer } from '../crypto/seal.ts'
import type { Address } from '../identity/address.ts'
import { resetTargets } from '../limits/limiter.ts'
import { passwordPolicy } from '../limits/policies.ts'
import type { Work } from '../store/work.ts'
import type { Notifier } from './notifier.ts'
import { forgetNetworks } from './proven-network.ts'

/** The operation that sets a password, and its origin. */
type Setting = { action: 'accounts.register' | 'recovery.create'; origin: Origin }

/**
 * Sets the password of an identity, and forgets the wrong passwords that were tried at its accounts and the networks that proved
 * themselves by the old one. Every organisation in which the person is a member has the change in its log, where a stolen sign-in is
 * seen. An organisation whose membership the person has not accepted learns nothing, least of all the origin.
 *
 * @returns the addresses of the person, for {@link tellPasswordChanged}
 */
export async function setPassword(
  work: Work,
  sealer: Sealer,
  identityId: string,
  passwordHash: string,
  { action, origin }: Setting,
): Promise<Address[]> {
  const { email, phone } = await work.db
    .updateTable('identity')
    .set({ password_hash: passwordHash })
    .where('identity_id', '=', identityId)
    .returning(['email', 'phone'])
    .executeTakeFirstOrThrow()
  const accounts = await work.db
    .selectFrom('account')
    .select(['account_id', 'org_id', 'status', 'accepted_at'])
    .where('identity_id', '=', identityId)
    .orderBy('account_id')
    .forUpdate()
    .execute()
  await resetTargets(
    work.db,
    passwordPolicy,
    accounts.map(({ account_id }) => account_id),
  )
  for (const { account_id, org_id, status, accepted_at } of accounts) {
    if (org_id === null || status !== 'active' || accepted_at === null) continue
    const who = { type: 'user', id: account_id, origin } as const
    await audit(work, who, { orgId: org_id, action, target: account_id, after: { password: 'replaced' } })
  }
  const addresses: Address[] = [
    ...(email === null ? [] : [{ type: 'email' as const, value: email }]),
    ...(phone === null ? [] : [{ type: 'phone' as const, value: phone }]),
  ]
  for (const address of addresses) await forgetNetworks(work.db, sealer, address)
  return addresses
}

/** Writes to a person whose password was replaced, at every address of theirs. */
export function tellPasswordChanged(notifier: Notifier, addresses: readonly Address[], origin: Origin): void {
  for (const to of addresses) {
    if (notifier.reaches(to.type)) {
      notifier.send({ type: 'password_changed', to, at: Date.now(), from: origin.address })
    }
  }
}
