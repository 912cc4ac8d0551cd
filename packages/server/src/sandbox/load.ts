import { randomBytes } from 'node:crypto'
import { appScopes, type Schemas, type Scope } from '@sendoff/api'
import { addApp } from '../apps/add-app.ts'
import { addAuthorization } from '../apps/authorize.ts'
import { keepOwnApps } from '../apps/own-apps.ts'
import { addAppSecret } from '../apps/secrets/add.ts'
import { link } from '../associations/link.ts'
import { hashPassword } from '../crypto/password.ts'
import type { Sealer } from '../crypto/seal.ts'
import { addAccounts, type NewAccount } from '../identity/add-account.ts'
import { newId } from '../ids.ts'
import { addOrganization } from '../organizations/add-organization.ts'
import { addDepartments, ROOT_DEPARTMENT } from '../organizations/departments.ts'
import { addResources, newResource } from '../resources/resource.ts'
import { shareResource } from '../resources/shares.ts'
import type { Work } from '../store/work.ts'
import * as plan from './plan.ts'

export type SandboxData = Schemas['SandboxData']
type Organization = SandboxData['organizations'][number]
type Credentials = { password: string; passwordHash: string }

/** The app in whose name the sandbox issues user tokens. It has no secret, so it can't ask for tokens itself. */
export const SANDBOX_APP = 'app_sandbox'

/**
 * Creates the credentials of a new sandbox. Hashing a password takes long on purpose, so it is done before the transaction and only
 * once: everybody in the demo has the same password.
 */
export async function newCredentials(): Promise<Credentials> {
  const password = `Demo-${randomBytes(9).toString('base64url')}`
  return { password, passwordHash: await hashPassword(password) }
}

/**
 * Loads the demo data into an empty database, with the functions that operations use. It is the state before the first
 * event and appears in no feed or audit log.
 *
 * @returns the content of `sandbox.json` without the base URL
 */
export async function loadDemoData(
  work: Work,
  credentials: Credentials,
  parts: { base: string; sealer: Sealer },
): Promise<Omit<SandboxData, 'base_url'>> {
  const people = addingPeople(work, credentials)
  const organizations = {
    aster: await loadOrganization(work, plan.organizations.aster, people),
    birch: await loadOrganization(work, plan.organizations.birch, people),
    cedar: await loadOrganization(work, plan.organizations.cedar, people),
    dogwood: await loadOrganization(work, plan.organizations.dogwood, people),
  }
  const personal = await loadPersonalAccount(people)
  await addApp(work, { app_id: SANDBOX_APP, org_id: null, kind: 'internal', name: 'Sendoff sandbox', scopes: [] })
  await keepOwnApps(work, parts)
  const associations = []
  for (const { organization, associated, ...sides } of plan.associations) {
    const [{ org_id }, { org_id: associated_org_id }] = [organizations[organization], organizations[associated]]
    associations.push(await link(work, { org_id, associated_org_id, ...sides }))
  }
  await loadShares(work, organizations)
  return {
    organizations: Object.values(organizations).map(({ resources: _, ...organization }) => organization),
    associations,
    third_party_apps: [await loadThirdPartyApp(work, organizations)],
    personal_accounts: [personal],
  }
}

/** An organisation with the ids of its resources by their names. */
type Loaded = Organization & { resources: Map<string, string> }

async function loadOrganization(work: Work, planned: plan.OrganizationPlan, people: People): Promise<Loaded> {
  const { name, leavePolicy } = planned
  const org_id = await addOrganization(work, { name, leave_policy: leavePolicy })
  const members = await loadMembers(work, org_id, planned, people)
  const idOf = (local: string) => one(members, ({ email }) => email === `${local}@${planned.domain}`).account_id
  await addDepartments(
    work,
    org_id,
    planned.departments.map(({ parent, head, ...department }) => {
      return { ...department, parent_dept_id: parent, head_id: head ? idOf(head) : null }
    }),
  )
  const resources = planned.resources.map(({ owner, ...resource }) =>
    newResource(work, { org_id, account_id: idOf(owner), ...resource }),
  )
  await addResources(work, resources)
  const apps = [
    await loadInternalApp(work, org_id, `${name} integration`, [...appScopes]),
    await loadInternalApp(work, org_id, `${name} directory reader`, ['member:read']),
  ]
  const departments = [{ dept_id: ROOT_DEPARTMENT, name }, ...planned.departments]
  return {
    org_id,
    name,
    departments: departments.map(({ dept_id, name }) => ({ dept_id, name })),
    apps,
    members,
    resources: new Map(resources.map((resource) => [resource.name, resource.resource_id])),
  }
}

async function loadMembers(work: Work, org_id: string, planned: plan.OrganizationPlan, people: People) {
  const addressOf = (email: string) => (email.includes('@') ? email : `${email}@${planned.domain}`)
  const ids = new Map(planned.members.map(({ email }) => [email, newId('acct')]))
  const members = planned.members.map(({ email, name, role, dept_ids, condition = 'normal' as const }) => {
    return {
      account_id: ids.get(email) ?? '',
      name,
      role,
      email: addressOf(email),
      password: people.password,
      dept_ids,
      condition,
    }
  })
  await people.addAccounts(
    members.map(({ account_id, name, role, email, condition }, at) => {
      const manager_id = ids.get(planned.members[at]?.manager ?? '') ?? null
      return { account_id, org_id, name, email, manager_id, role, condition }
    }),
  )
  const places = members.flatMap(({ account_id, dept_ids }) =>
    dept_ids.map((dept_id) => ({ org_id, account_id, dept_id })),
  )
  await work.db.insertInto('account_department').values(places).execute()
  return members
}

async function loadPersonalAccount(people: People) {
  const account_id = newId('acct')
  await people.addAccounts([{ ...plan.consultant, account_id, org_id: null, role: null }])
  return { account_id, ...plan.consultant, password: people.password }
}

type Person = Omit<NewAccount, 'identity_id' | 'email' | 'phone' | 'accepted_at'> & { email: string }
type People = ReturnType<typeof addingPeople>

/** Adds people in few statements: nobody can have their addresses yet, and everybody has accepted. */
function addingPeople(work: Work, { password, passwordHash: password_hash }: Credentials) {
  const identities = new Map<string, string>()
  return {
    password,
    async addAccounts(accounts: Person[]) {
      const unknown = accounts.filter(({ email }) => !identities.has(email))
      for (const { email } of unknown) identities.set(email, newId('idn'))
      const rows = unknown.map(({ email }) => {
        return { identity_id: identities.get(email) ?? '', email, phone: null, password_hash, created_at: work.now }
      })
      if (rows.length > 0) await work.db.insertInto('identity').values(rows).execute()
      await addAccounts(
        work,
        accounts.map((account) => {
          return { ...account, identity_id: identities.get(account.email) ?? '', phone: null, accepted_at: work.now }
        }),
      )
    },
  }
}

async function loadInternalApp(work: Work, org_id: string, name: string, scopes: Scope[]) {
  const app_id = newId('app')
  await addApp(work, { app_id, org_id, kind: 'internal', name, scopes })
  return { app_id, name, client_id: app_id, client_secret: (await addAppSecret(work, app_id)).secret, scopes }
}

async function loadShares(work: Work, organizations: Record<plan.OrganizationName, Loaded>): Promise<void> {
  for (const share of plan.shares) {
    const { org_id, resources } = organizations[share.organization]
    const [, resource_id] = one([...resources], ([name]) => name === share.resource)
    await shareResource(work, { org_id, resource_id, associated_org_id: organizations[share.with].org_id })
  }
}

async function loadThirdPartyApp(work: Work, organizations: Record<plan.OrganizationName, Loaded>) {
  const { name, owner, authorizedBy, redirect_uris, scopes } = plan.thirdPartyApp
  const app_id = newId('app')
  const { org_id, members } = organizations[authorizedBy]
  const app = { kind: 'third_party', name, scopes, redirect_uris } as const
  await addApp(work, { ...app, app_id, org_id: organizations[owner].org_id })
  const { secret: client_secret } = await addAppSecret(work, app_id)
  const founder = one(members, ({ role }) => role === 'founder')
  await addAuthorization(work, { orgId: org_id, appId: app_id, scopes, authorizedBy: founder.account_id })
  return {
    app_id,
    name,
    client_id: app_id,
    client_secret,
    redirect_uris: [...redirect_uris],
    scopes: [...scopes],
    authorized_org_ids: [org_id],
  }
}

function one<Item>(items: readonly Item[], which: (item: Item) => boolean): Item {
  const found = items.find(which)
  if (found === undefined) throw new Error('The plan of the demo data refers to something that it does not have')
  return found
}
