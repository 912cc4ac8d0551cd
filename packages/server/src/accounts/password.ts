import type { Origin } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, addressesOf } from '../identity/address.ts'
import { resetTargets } from '../limits/limiter.ts'
import { passwordPolicy } from '../limits/policies.ts'
import type { Work } from '../store/work.ts'
import type { Language } from '../texts/texts.ts'
import type { Notifier } from './notifier.ts'
import { forgetNetworks } from './proven-network.ts'

/** The operation that sets a password, and its origin. */
type Setting = { action: 'accounts.register' | 'recovery.create' | 'me.changePassword'; origin: Origin }

/** The addresses of a person, and the language of messages to them; null for both languages. */
type ToTell = { addresses: readonly Address[]; locale: Language | null }

/**
 * Sets the password of an identity, and forgets both the wrong passwords tried at its accounts and the networks proven
 * by the old one. The change is written into the log of every organisation in which the person is a member, so that a
 * stolen sign-in is noticed. Organisations whose membership the person has not accepted learn nothing, least of all the
 * origin.
 *
 * @returns the addresses and the language of the person, for {@link tellPasswordChanged}
 */
export async function setPassword(
  work: Work,
  sealer: Sealer,
  identityId: string,
  passwordHash: string,
  { action, origin }: Setting,
): Promise<ToTell> {
  const { email, phone, locale } = await work.db
    .updateTable('identity')
    .set({ password_hash: passwordHash })
    .where('identity_id', '=', identityId)
    .returning(['email', 'phone', 'locale'])
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
    await audit(work, who, {
      orgId: org_id,
      action,
      target: account_id,
      before: { password: 'former' },
      after: { password: 'replaced' },
    })
  }
  const addresses = addressesOf({ email, phone })
  for (const address of addresses) await forgetNetworks(work.db, sealer, address)
  return { addresses, locale }
}

/** Informs a person, at each of their addresses and in their language, that their password was replaced. */
export function tellPasswordChanged(notifier: Notifier, { addresses, locale }: ToTell, origin: Origin): void {
  for (const to of addresses) {
    if (notifier.reaches(to.type)) {
      notifier.send({ type: 'password_changed', to, at: Date.now(), from: origin.address, locale })
    }
  }
}
