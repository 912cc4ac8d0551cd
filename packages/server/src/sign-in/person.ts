import type { Sealer } from '../crypto/seal.ts'
import type { Visit } from './visit.ts'

/** Who signed in. */
export type Person = { identityId: string; login: string }

/** What changes with the password. */
export const stampOf = (sealer: Sealer, passwordHash: string) => sealer.digest(passwordHash, 'sign-in stamp')

/** Reads who signed in; nobody when the password was changed since, or the sign-in is no more. */
export async function findPerson({ parts, session }: Visit): Promise<Person | undefined> {
  const { person } = session
  if (!person) return undefined
  const identity = await parts.store.db
    .selectFrom('identity')
    .select('password_hash')
    .where('identity_id', '=', person.identityId)
    .executeTakeFirst()
  return identity && stampOf(parts.sealer, identity.password_hash) === person.stamp ? person : undefined
}

/** The way to somebody who has to sign in again. */
export function signInAgain({ keep }: Visit): { next: string } {
  keep({ notice: 'again' })
  return { next: '' }
}
