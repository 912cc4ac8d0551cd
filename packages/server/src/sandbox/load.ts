import { randomBytes } from 'node:crypto'
import { appScopes, type Schemas, type Scope } from '@sendoff/api'
import { addApp } from '../apps/add-app.ts'
import { keepPlatformApp } from '../apps/platform-app.ts'
import { addSecret } from '../apps/secrets/add.ts'
import { link } from '../associations/link.ts'
import { hashPassword } from '../crypto/password.ts'
import { newId } from '../ids.ts'
import type { Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import * as plan from './plan.ts'

export type SandboxData = Schemas['SandboxData']
type Organization = SandboxData['organizations'][number]
type Credentials = { password: string; passwordHash: string }

/** The app in whose name the sandbox issues user tokens. It has no secret, so it can ask for none itself. */
export const SANDBOX_APP = 'app_sandbox'

/**
 * Makes the credentials of a new sandbox. Hashing a password takes long on purpose, so it is done before the transaction, and
 * once: everybody in the demo has the same password.
 */
export async function newCredentials(): Promise<Credentials> {
  const password = `Demo-${randomBytes(9).toString('base64url')}`
  return { password, passwordHash: await hashPassword(password) }
}

/**
 * Loads the demo data into an empty database.
 *
 * @returns what `sandbox.json` holds, but for the base URL
 */
export async function loadDemoData(work: Work, credentials: Credentials): Promise<Omit<SandboxData, 'base_url'>> {
  const people = new Map<string, string>()
  const organizations: Organization[] = []
  for (const planned of plan.organizations) {
    organizations.push(await loadOrganization(work, planned, people, credentials))
  }
  const personal = await loadPersonalAccount(work, people, credentials)
  await addApp(work, { app_id: SANDBOX_APP, org_id: null, kind: 'internal', name: 'Sendoff sandbox', scopes: [] })
  await keepPlatformApp(work)
  const associations = []
  for (const planned of plan.associations) associations.push(await loadAssociation(work, organizations, planned))
  await loadShares(work.db, organizations, work.now)
  return {
    organizations,
    associations,
    third_party_apps: [await loadThirdPartyApp(work, organizations)],
    personal_accounts: [personal],
  }
}

async function loadOrganization(
  work: Work,
  planned: plan.OrganizationPlan,
  people: Map<string, string>,
  { password, passwordHash }: Credentials,
): Promise<Organization> {
  const org_id = newId('org')
  await work.db
    .insertInto('organization')
    .values({
      org_id,
      name: planned.name,
      status: 'active',
      leave_policy: planned.leavePolicy,
      leave_fallback_recipient_id: null,
      last_sequence: 0,
      created_at: work.now,
    })
    .execute()
  const members: Organization['members'] = []
  const idOf = (local: string) => one(members, ({ email }) => email === `${local}@${planned.domain}`).account_id
  for (const member of planned.members) {
    const email = member.email.includes('@') ? member.email : `${member.email}@${planned.domain}`
    const condition = member.condition ?? 'normal'
    const manager_id = member.manager ? idOf(member.manager) : null
    const identity_id = await identityOf(work.db, people, email, passwordHash, work.now)
    const account_id = await addAccount(
      work.db,
      { identity_id, org_id, name: member.name, email, manager_id, role: member.role, condition },
      work.now,
    )
    await work.db
      .insertInto('account_department')
      .values(member.dept_ids.map((dept_id) => ({ org_id, account_id, dept_id })))
      .execute()
    const { name, role, dept_ids } = member
    members.push({ account_id, name, role, email, password, dept_ids, condition })
  }
  await work.db
    .insertInto('department')
    .values(
      planned.departments.map(({ dept_id, name, parent, head }) => {
        return { org_id, dept_id, name, parent_dept_id: parent, head_id: head ? idOf(head) : null }
      }),
    )
    .execute()
  await work.db
    .insertInto('resource')
    .values(
      planned.resources.map(({ owner, kind, name }) => {
        return {
          org_id,
          resource_id: newId('res'),
          account_id: idOf(owner),
          kind,
          name,
          status: 'owned' as const,
          created_at: work.now,
        }
      }),
    )
    .execute()
  const apps = [
    await addInternalApp(work, org_id, `${planned.name} integration`, [...appScopes]),
    await addInternalApp(work, org_id, `${planned.name} directory reader`, ['member:read']),
  ]
  const departments = planned.departments.map(({ dept_id, name }) => ({ dept_id, name }))
  return { org_id, name: planned.name, departments, apps, members }
}

async function identityOf(
  tx: Tx,
  people: Map<string, string>,
  email: string,
  password_hash: string,
  created_at: number,
) {
  const known = people.get(email)
  if (known) return known
  const identity_id = newId('idn')
  await tx.insertInto('identity').values({ identity_id, email, phone: null, password_hash, created_at }).execute()
  people.set(email, identity_id)
  return identity_id
}

type NewAccount = {
  identity_id: string
  org_id: string | null
  name: string
  email: string
  manager_id: string | null
  role: 'founder' | 'admin' | 'member' | null
  condition: 'normal' | 'frozen'
}

async function addAccount(tx: Tx, account: NewAccount, created_at: number): Promise<string> {
  const account_id = newId('acct')
  const kind = account.org_id === null ? 'personal' : 'organization'
  await tx
    .insertInto('account')
    .values({
      ...account,
      account_id,
      kind,
      status: 'active',
      revision: 1,
      generation: newId('gen'),
      created_at,
      accepted_at: created_at,
    })
    .execute()
  return account_id
}

async function loadPersonalAccount(work: Work, people: Map<string, string>, { password, passwordHash }: Credentials) {
  const { name, email } = plan.consultant
  const identity_id = await identityOf(work.db, people, email, passwordHash, work.now)
  const account_id = await addAccount(
    work.db,
    { identity_id, org_id: null, name, email, manager_id: null, role: null, condition: 'normal' },
    work.now,
  )
  return { account_id, name, email, password }
}

async function addInternalApp(work: Work, org_id: string, name: string, scopes: Scope[]) {
  const app_id = newId('app')
  await addApp(work, { app_id, org_id, kind: 'internal', name, scopes })
  return { app_id, name, client_id: app_id, client_secret: (await addSecret(work, app_id)).secret, scopes }
}

async function loadAssociation(work: Work, organizations: Organization[], planned: plan.AssociationPlan) {
  const { dept_id, associated_dept_id, type } = planned
  const org_id = at(organizations, planned.organization).org_id
  const associated_org_id = at(organizations, planned.associated).org_id
  return link(work, { org_id, dept_id, associated_org_id, associated_dept_id, type })
}

async function loadShares(tx: Tx, organizations: Organization[], created_at: number): Promise<void> {
  for (const share of plan.shares) {
    const { org_id } = at(organizations, share.organization)
    const { resource_id } = await tx
      .selectFrom('resource')
      .select('resource_id')
      .where('org_id', '=', org_id)
      .where('name', '=', share.resource)
      .executeTakeFirstOrThrow()
    const associated_org_id = at(organizations, share.with).org_id
    await tx.insertInto('resource_share').values({ org_id, resource_id, associated_org_id, created_at }).execute()
  }
}

async function loadThirdPartyApp(work: Work, organizations: Organization[]) {
  const { name, owner, authorizedBy, redirect_uris } = plan.thirdPartyApp
  const scopes: Scope[] = [...plan.thirdPartyApp.scopes]
  const app_id = newId('app')
  await addApp(work, {
    app_id,
    org_id: at(organizations, owner).org_id,
    kind: 'third_party',
    name,
    scopes,
    redirect_uris,
  })
  const { secret: client_secret } = await addSecret(work, app_id)
  for (const index of authorizedBy) {
    const { org_id, members } = at(organizations, index)
    await work.db
      .insertInto('authorization')
      .values({
        org_id,
        authorization_id: newId('auth'),
        app_id,
        scopes: JSON.stringify(scopes),
        status: 'active',
        grant_id: newId('gen'),
        authorized_by: one(members, (member) => member.role === 'founder').account_id,
        created_at: work.now,
        ended_at: null,
      })
      .execute()
  }
  const authorized_org_ids = authorizedBy.map((index) => at(organizations, index).org_id)
  return {
    app_id,
    name,
    client_id: app_id,
    client_secret,
    redirect_uris: [...redirect_uris],
    scopes,
    authorized_org_ids,
  }
}

function at<Item>(items: Item[], index: number): Item {
  return one(items, (_, i) => i === index)
}

function one<Item>(items: Item[], which: (item: Item, index: number) => boolean): Item {
  const found = items.find(which)
  if (found === undefined) throw new Error('The plan of the demo data names what is not in it')
  return found
}
