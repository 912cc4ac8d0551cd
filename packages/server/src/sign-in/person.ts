import type { Sealer } from '../crypto/seal.ts'
import type { Visit } from './visit.ts'

/** The person who signed in. */
export type Person = { identityId: string; login: string }

/** A digest that changes with the password. */
export const stampOf = (sealer: Sealer, passwordHash: string) => sealer.digest(passwordHash, 'sign-in stamp')

/** Finds the person who signed in; undefined if the password was changed since, or the identity is gone. */
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

/** Sends a person back to sign in again. */
export function signInAgain({ keep }: Visit): { next: string } {
  keep({ notice: 'again' })
  return { next: '' }
}
