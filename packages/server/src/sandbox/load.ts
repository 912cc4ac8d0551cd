import { randomBytes } from 'node:crypto'
import { appScopes, type Schemas, type Scope } from '@sendoff/api'
import { addApp } from '../apps/add-app.ts'
import { addAuthorization } from '../apps/authorize.ts'
import { keepPlatformApp } from '../apps/platform-app.ts'
import { addAppSecret } from '../apps/secrets/add.ts'
import { link } from '../associations/link.ts'
import { hashPassword } from '../crypto/password.ts'
import { addAccount } from '../identity/add-account.ts'
import { UNUSABLE } from '../identity/waiting.ts'
import { newId } from '../ids.ts'
import { findOrCreateIdentity } from '../members/address-owner.ts'
import { setDepartments } from '../members/departments.ts'
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
export async function loadDemoData(work: Work, credentials: Credentials): Promise<Omit<SandboxData, 'base_url'>> {
  const { password } = credentials
  const organizations = {
    aster: await loadOrganization(work, plan.organizations.aster, password),
    birch: await loadOrganization(work, plan.organizations.birch, password),
    cedar: await loadOrganization(work, plan.organizations.cedar, password),
    dogwood: await loadOrganization(work, plan.organizations.dogwood, password),
  }
  const personal = await loadPersonalAccount(work, password)
  await setPasswords(work, credentials.passwordHash)
  await addApp(work, { app_id: SANDBOX_APP, org_id: null, kind: 'internal', name: 'Sendoff sandbox', scopes: [] })
  await keepPlatformApp(work)
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

async function loadOrganization(work: Work, planned: plan.OrganizationPlan, password: string): Promise<Loaded> {
  const { name, leavePolicy } = planned
  const org_id = await addOrganization(work, { name, leave_policy: leavePolicy })
  const members = await loadMembers(work, org_id, planned, password)
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

async function loadMembers(work: Work, org_id: string, planned: plan.OrganizationPlan, password: string) {
  const members: Organization['members'] = []
  const addressOf = (email: string) => (email.includes('@') ? email : `${email}@${planned.domain}`)
  for (const { manager, condition = 'normal', dept_ids, name, role, ...member } of planned.members) {
    const email = addressOf(member.email)
    const manager_id = manager ? one(members, (other) => other.email === addressOf(manager)).account_id : null
    const account_id = await loadAccount(work, { org_id, name, email, manager_id, role, condition })
    await setDepartments(work.db, org_id, account_id, dept_ids)
    members.push({ account_id, name, role, email, password, dept_ids, condition })
  }
  return members
}

async function loadPersonalAccount(work: Work, password: string) {
  const account_id = await loadAccount(work, { ...plan.consultant, org_id: null, role: null })
  return { account_id, ...plan.consultant, password }
}

type NewAccount = Omit<Parameters<typeof addAccount>[1], 'identity_id' | 'email' | 'phone' | 'accepted_at'>

async function loadAccount(work: Work, account: NewAccount & { email: string }): Promise<string> {
  const { identityId } = await findOrCreateIdentity(work, { type: 'email', value: account.email })
  return addAccount(work, { ...account, identity_id: identityId, phone: null, accepted_at: work.now })
}

/** Gives everybody in the demo, who could not sign in until now, their password. */
async function setPasswords({ db }: Work, password_hash: string): Promise<void> {
  await db.updateTable('identity').set({ password_hash }).where('password_hash', '=', UNUSABLE).execute()
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
