import { newId } from '../../packages/server/src/ids.ts'
import { rows } from './database.ts'
import type { Platform } from './platform.ts'

/** The number of rows in an insert, within the limits of both stores for values in a statement. */
const PAGE = 500

/** Adds active members to an organisation, as rows and so without an event, and answers their accounts. */
export async function addMembers(
  platform: Platform,
  orgId: string,
  count: number,
  role: 'admin' | 'member' = 'member',
): Promise<string[]> {
  const accounts = Array.from({ length: count }, (_, i) => newAccount(orgId, `Member ${i}`, role))
  await insertAccounts(platform, accounts)
  return accounts.map(({ account_id }) => account_id)
}

export type Founded = { org_id: string; name: string; founder: string }

/** Adds organisations, each with its founder and no one else, as rows. */
export async function addOrganizations(platform: Platform, count: number): Promise<Founded[]> {
  const made = Array.from({ length: count }, (_, i) => ({ org_id: newId('org'), name: `Organisation ${i}` }))
  const common = { leave_policy: 'instant' as const, leave_fallback_recipient_id: null, last_sequence: 0 }
  await rows(platform, (db) =>
    db
      .insertInto('organization')
      .values(made.map((one) => ({ ...one, ...common, status: 'active' as const, created_at: Date.now() })))
      .execute(),
  )
  const root = { dept_id: 1, parent_dept_id: null, head_id: null }
  await rows(platform, (db) =>
    db
      .insertInto('department')
      .values(made.map((one) => ({ ...one, ...root })))
      .execute(),
  )
  const founders = made.map(({ org_id, name }) => newAccount(org_id, `Founder of ${name}`, 'founder'))
  await insertAccounts(platform, founders)
  return made.map((one, i) => ({ ...one, founder: founders[i]?.account_id ?? '' }))
}

/** Associates pairs of organisations as partners, at the root department of each, as rows. */
export async function associate(platform: Platform, pairs: (readonly [Founded, Founded])[]): Promise<void> {
  const sides = pairs.flatMap(([a, b]) => {
    const common = { association_id: newId('assoc'), dept_id: 1, associated_dept_id: 1, type: 'partner' as const }
    const linked = { ...common, status: 'linked' as const, linked_at: Date.now(), unlinked_at: null }
    return [
      { ...linked, org_id: a.org_id, associated_org_id: b.org_id },
      { ...linked, org_id: b.org_id, associated_org_id: a.org_id },
    ]
  })
  await rows(platform, (db) => db.insertInto('association').values(sides).execute())
}

function newAccount(org_id: string, name: string, role: 'founder' | 'admin' | 'member') {
  const account_id = newId('acct')
  return {
    account_id,
    identity_id: newId('idn'),
    kind: 'organization' as const,
    org_id,
    name,
    role,
    condition: 'normal' as const,
    status: 'active' as const,
    email: `${account_id}@many.example`,
    phone: null,
    external_id: null,
    manager_id: null,
    revision: 1,
    generation: newId('gen'),
    created_at: Date.now(),
    accepted_at: Date.now(),
  }
}

async function insertAccounts(platform: Platform, accounts: ReturnType<typeof newAccount>[]): Promise<void> {
  for (let from = 0; from < accounts.length; from += PAGE) {
    const page = accounts.slice(from, from + PAGE)
    // Nobody signs in as one of them: their tokens are the sandbox's.
    const identities = page.map(({ identity_id, email, phone, created_at }) => {
      return { identity_id, email, phone, password_hash: 'none', created_at }
    })
    await rows(platform, (db) => db.insertInto('identity').values(identities).execute())
    await rows(platform, (db) => db.insertInto('account').values(page).execute())
    const placed = page.map(({ org_id, account_id }) => ({ org_id, account_id, dept_id: 1 }))
    await rows(platform, (db) => db.insertInto('account_department').values(placed).execute())
  }
}
