import { type Scope, userScopes } from '@sendoff/api'
import { must, type Platform } from './platform.ts'

export const PATH = '/v1.0/apps'

/** An administrator of an organisation, with the operations of apps. */
export async function administratorOf(platform: Platform, orgId: string) {
  const { account_id } = platform.member(orgId, 'admin')
  const token = await platform.userToken(account_id, ...userScopes)
  return {
    orgId,
    accountId: account_id,
    ...platform.as(token),
    create: (command: object) => platform.post(PATH, token, command),
    update: (appId: string, command: object) => platform.call('PATCH', `${PATH}/${appId}`, { token, body: command }),
    get: (appId: string) => platform.get(`${PATH}/${appId}`, token),
    delete: (path: string) => platform.call('DELETE', `/v1.0/${path}`, { token }),
    createSecret: (appId: string) => platform.post(`${PATH}/${appId}/secrets`, token),
    async list(): Promise<any[]> {
      return (await platform.get(PATH, token)).body.data
    },
  }
}

/** The third-party app of the demo data: it belongs to the fourth organisation, and the first has authorised it. */
export function thirdParty(platform: Platform) {
  const app = must(platform.data.third_party_apps[0])
  const authorizedBy = must(app.authorized_org_ids[0])
  const resource = `${platform.base}/v1.0/organizations/${authorizedBy}`
  return {
    ...app,
    owner: platform.organization(3).org_id,
    authorizedBy,
    resource,
    tokenFor: (...scopes: Scope[]) => platform.clientToken(app, scopes, resource),
    askFor: (scope: string) => platform.askToken(app, { scope, resource }),
  }
}

/** The result of a call with a token: its status, and the code of a refusal. */
export async function callWith(platform: Platform, token: string): Promise<[number, string | undefined]> {
  const { status, body } = await platform.get('/v1.0/organization', token)
  return [status, body.code]
}
