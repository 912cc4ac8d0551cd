import { invalid } from '../refusal.ts'
import type { Reader, Tx } from '../store/schema.ts'

/** An email or phone with which a person signs in and is contacted. */
export type Address = { type: 'email' | 'phone'; value: string }

/**
 * Reads the email or phone of a request, in the one form that its schema gave it.
 *
 * @throws {Refusal} `invalid_request` unless exactly one of them is given
 */
export function addressOf({ email, phone }: { email?: string; phone?: string }): Address {
  if (email !== undefined && phone !== undefined) throw invalid('/email', 'address.two')
  if (email !== undefined) return { type: 'email', value: email }
  if (phone !== undefined) return { type: 'phone', value: phone }
  throw invalid('', 'address.missing')
}

/** Returns the key under which limits count an address. */
export const targetOf = ({ type, value }: Address): string => `${type}:${value}`

/** Returns the values of the two columns in which tables store an address. */
export function columnsOf({ type, value }: Address): { email: string | null; phone: string | null } {
  return { email: type === 'email' ? value : null, phone: type === 'phone' ? value : null }
}

/** Lists the addresses of an identity. */
export function addressesOf({ email, phone }: { email: string | null; phone: string | null }): Address[] {
  return [
    ...(email === null ? [] : [{ type: 'email' as const, value: email }]),
    ...(phone === null ? [] : [{ type: 'phone' as const, value: phone }]),
  ]
}

/** Finds the identity that signs in with an address. */
export async function findIdentity(db: Reader, { type, value }: Address): Promise<string | undefined> {
  const row = await db.selectFrom('identity').select('identity_id').where(type, '=', value).executeTakeFirst()
  return row?.identity_id
}

/** An identity with the hash of its password, which tells a session from one before a change of the password. */
export type WithPassword = { identityId: string; passwordHash: string }

/** Finds the identity that signs in with an address, with its password. */
export function findWithPassword(db: Reader, { type, value }: Address): Promise<WithPassword | undefined> {
  return db
    .selectFrom('identity')
    .select(['identity_id as identityId', 'password_hash as passwordHash'])
    .where(type, '=', value)
    .executeTakeFirst()
}

/** Finds the identity that signs in with an address, and locks it until the transaction ends. */
export async function lockIdentity(tx: Tx, { type, value }: Address): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identity')
    .select('identity_id')
    .where(type, '=', value)
    .forUpdate()
    .executeTakeFirst()
  return row?.identity_id
}
