import { appScopes, type Scope, userScopes } from '@sendoff/api'
import type { Caller } from '../support/contract/callers.ts'
import { codesOf, type Located } from '../support/contract/operations.ts'
import { must, type Platform } from '../support/platform.ts'

/** Somebody whose token is good for something, and what it is to be refused with; undefined where it may call. */
type Kind = { name: string; token: string; refusal(operation: Asked): string | undefined }

/** An operation, as far as it decides who may call it. */
type Asked = { id: string; forApps: boolean; forUsers: boolean; scopes: string[]; forbidden: string[] }

/** Operations by which ordinary members read their own data, and learn nothing about anybody else's. */
const OWN: Record<string, string> = { 'resources.get': '404 resource_not_found' }

const BY_ROLE = ['founder_required', 'admin_required', 'ordinary_user_not_allowed']

/** Makes one of each kind of caller that may not call everything. */
export async function wrongKinds(platform: Platform, orgId: string): Promise<Kind[]> {
  const { members } = platform.organizationOf(orgId)
  const user = (accountId: string) => platform.userToken(accountId, ...userScopes)
  const app = await platform.appToken(orgId, ...appScopes)
  const founder = await user(platform.member(orgId, 'founder').account_id)
  const made = async (method: string, path: string, token: string, body?: object) => {
    const answer = await platform.call(method, `/v1.0/${path}`, { token, ...(body && { body }) })
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  const leaver = await made('POST', 'members', app, { name: 'Gone', email: 'gone@aster.example' })
  const gone = await user(leaver.account_id)
  await made('POST', 'offboardings', app, { account_id: leaver.account_id, reason_code: 'other' })

  const own = await made('POST', 'apps', founder, { name: 'Off', kind: 'internal', scopes: appScopes })
  const suspended = await platform.clientToken(own, [...appScopes])
  await made('PATCH', `apps/${own.app_id}`, founder, { status: 'suspended' })

  const thirdParty = must(platform.data.third_party_apps[0])
  const resource = `${platform.base}/v1.0/organizations/${orgId}`
  const removed = await platform.clientToken(thirdParty, thirdParty.scopes as Scope[], resource)
  const appLevel = await platform.clientToken(thirdParty, ['event:read', 'webhook:read', 'webhook:write'])
  const { data } = await made('GET', 'authorizations', founder)
  for (const { authorization_id } of data) await made('DELETE', `authorizations/${authorization_id}`, founder)

  const member = await user(platform.member(orgId, 'member').account_id)
  const admin = await user(platform.member(orgId, 'admin').account_id)
  const frozen = await user(must(members.find(({ condition }) => condition === 'frozen')).account_id)
  const personal = await user(must(platform.data.personal_accounts[0]).account_id)
  const asked = (code: string, { forbidden }: Asked) => (forbidden.includes(code) ? `403 ${code}` : undefined)
  return [
    {
      name: 'who is frozen',
      token: frozen,
      refusal: ({ forUsers }) => (forUsers ? '403 account_restricted' : undefined),
    },
    { name: 'who departed', token: gone, refusal: ({ forUsers }) => (forUsers ? '401 token_revoked' : undefined) },
    {
      name: 'an ordinary member',
      token: member,
      refusal: (one) => (one.forUsers ? (OWN[one.id] ?? byRole(one)) : undefined),
    },
    { name: 'an administrator', token: admin, refusal: (one) => asked('founder_required', one) },
    {
      name: 'a member with their account there',
      token: member,
      refusal: (one) => asked('personal_account_required', one),
    },
    {
      name: 'a personal account',
      token: personal,
      refusal: (one) => (one.forUsers ? (asked('app_required', one) ?? asked('org_not_authorized', one)) : undefined),
    },
    {
      name: 'a suspended app',
      token: suspended,
      refusal: ({ forApps }) => (forApps ? '401 token_revoked' : undefined),
    },
    {
      name: 'an app no longer authorised',
      token: removed,
      refusal: ({ forApps }) => (forApps ? '403 org_not_authorized' : undefined),
    },
    { name: 'an app that acts for no organisation', token: appLevel, refusal: appLevelRefusal },
  ]
}

const byRole = ({ forbidden }: Asked) => {
  const code = BY_ROLE.find((one) => forbidden.includes(one))
  return code && `403 ${code}`
}

/** Operations that reveal nothing about an organisation. */
const ANYWHERE = ['events.listTypes']

/** Without an organisation there are only the app's own endpoints (RFC 8707). */
function appLevelRefusal({ id, forApps, scopes }: Asked): string | undefined {
  if (!forApps || ANYWHERE.includes(id) || scopes.some((scope) => scope.startsWith('webhook:'))) return undefined
  return scopes.includes('event:read') ? '403 org_not_authorized' : '403 scope_missing'
}

/** The callers that the contract refuses an operation, each with its refusal. */
export function refusedCallers(kinds: Kind[], operation: Located): Required<Caller>[] {
  const { id, security = [] } = operation
  const asked: Asked = {
    id,
    forApps: security.some((alternative) => 'app' in alternative),
    forUsers: security.some((alternative) => 'user' in alternative),
    scopes: security.flatMap((alternative) => Object.values(alternative).flat()),
    // It is the member that decides if the founder has to act.
    forbidden: codesOf(operation, 403).filter((code) => id !== 'members.changeAddress' || code !== 'founder_required'),
  }
  return kinds.flatMap(({ name, token, refusal }) => {
    const refused = refusal(asked)
    return refused === undefined ? [] : [{ name, authorization: `Bearer ${token}`, refused }]
  })
}
