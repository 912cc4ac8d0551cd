import { sql } from 'kysely'
import { rows, type Settings } from '../../test/support/database.ts'
import { copyRow, type Ids, newIds } from './copy.ts'
import { sandboxOf } from './initiators.ts'

/** An organisation with its founder, and the app of a demo organisation. */
export type Organization = { org_id: string; founder: string; name: string }

/** The first demo organisation, whose app's credentials are known. */
export function demoOrganization(data: Settings): Organization {
  const [{ org_id, name, members }] = sandboxOf(data).organizations
  return { org_id, name, founder: members.find(({ role }: { role: string }) => role === 'founder').account_id }
}

/** Adds an organisation with its founder and root department. */
export async function addOrganization(data: Settings): Promise<Organization> {
  const { org_id, founder } = demoOrganization(data)
  const [orgs, accounts] = [newIds('org'), newIds('acct')]
  const added = { org_id: orgs.at(0), founder: accounts.at(0), name: `Bench ${orgs.at(0)}` }
  const key = { org_id, account_id: founder }
  await rows(data, async (db) => {
    await copyRow(db, 'organization', { org_id }, 1, { org_id: added.org_id, name: added.name })
    await copyRow(db, 'department', { org_id, dept_id: 1 }, 1, { org_id: added.org_id })
    await copyRow(db, 'account', key, 1, { org_id: added.org_id, account_id: added.founder })
    const placed = { org_id: added.org_id, account_id: added.founder }
    await copyRow(db, 'account_department', { ...key, dept_id: 1 }, 1, placed)
  })
  return added
}

/** Adds members to an organisation's root department: people of their own, with an address and searchable names, as rows. */
export async function addMembers(data: Settings, { org_id, founder }: Organization, count: number): Promise<Ids> {
  const [accounts, people, generations] = [newIds('acct'), newIds('idn'), newIds('gen')]
  await rows(data, async (db) => {
    const { identity_id } = await db
      .selectFrom('account')
      .select('identity_id')
      .where('account_id', '=', founder)
      .executeTakeFirstOrThrow()
    const [account_id, person] = [accounts.sql(db), people.sql(db)]
    const email = sql`${account_id} || '@big.example'`
    const nobody = { phone: null, external_id: null, manager_id: null }
    await copyRow(db, 'identity', { identity_id }, count, { identity_id: person, email, phone: null })
    await copyRow(db, 'account', { org_id, account_id: founder }, count, {
      ...{ ...nobody, account_id, identity_id: person, generation: generations.sql(db), role: 'member', email },
      ...{ name: sql`'Member ' || numbers.n`, search_name: sql`'member ' || numbers.n`, search_contacts: email },
    })
    const placed = { org_id, account_id: founder, dept_id: 1 }
    await copyRow(db, 'account_department', placed, count, { account_id })
  })
  return accounts
}
