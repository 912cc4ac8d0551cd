import { createHash, randomBytes } from 'node:crypto'
import { type Scope, userScopes } from '@sendoff/api'
import { type Answer, must, type Platform } from './platform.ts'
import { type Page, Visitor } from './visitor.ts'

/** An app as a client of the authorization server. */
export type TestClient = { client_id: string; client_secret?: string; redirect_uri: string }

/** A person who can sign in. */
export type Person = { account_id: string; email: string; password: string }

/** The platform's own app, as a program on the person's machine. */
export const ownClient = { client_id: 'app_sendoff', redirect_uri: 'http://127.0.0.1:61234/callback' }

/** The demo's third-party app. */
export function thirdPartyClient(platform: Platform): TestClient & { client_secret: string } {
  const { client_id, client_secret, redirect_uris } = must(platform.data.third_party_apps[0])
  return { client_id, client_secret, redirect_uri: must(redirect_uris[0]) }
}

/** A new app of an organisation. */
export async function createApp(
  platform: Platform,
  orgId: string,
  settings: object,
): Promise<TestClient & { client_secret: string; app_id: string }> {
  const token = await platform.userToken(platform.member(orgId, 'admin').account_id, ...userScopes)
  const app = { name: 'Test', kind: 'third_party', scopes: ['org:read'], redirect_uris: ['https://app.example/back'] }
  const { status, body } = await platform.post('/v1.0/apps', token, { ...app, ...settings })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { ...body, redirect_uri: body.redirect_uris[0] }
}

/** The parameters of a request for authorization (RFC 6749, RFC 7636), and the verifier that redeems its code. */
export function requestOf(client: TestClient, parameters: Record<string, string | undefined> = {}) {
  const verifier = randomBytes(32).toString('base64url')
  const given = {
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: client.redirect_uri,
    scope: 'org:read',
    state: 'the-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...parameters,
  }
  const entries = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { parameters: Object.fromEntries(entries), verifier }
}

/** The answer to a request for authorization, before anybody signs in. */
export async function ask(platform: Platform, parameters: Record<string, string>): Promise<Response> {
  return fetch(`${platform.base}/oauth2/authorize?${new URLSearchParams(parameters)}`, { redirect: 'manual' })
}

/** The parameters with which the browser is sent back to the app. */
export const returned = ({ url }: Page) => Object.fromEntries(url.searchParams)

/** Signs a person in, chooses the account, and allows the requested scopes or refuses. */
export async function answerAs(
  platform: Platform,
  parameters: Record<string, string>,
  person: Person,
  decision = 'allow',
): Promise<Page> {
  const visitor = new Visitor(platform.base)
  const page = await visitor.open(`/oauth2/authorize?${new URLSearchParams(parameters)}`)
  const accounts = await visitor.submit(page, '', { login: person.email, password: person.password })
  const consent = await visitor.submit(accounts, '/account', { account_id: person.account_id })
  return visitor.submit(consent, '/consent', { decision })
}

/** The code that an app gets when a person allows its request, and the verifier that redeems it. */
export async function codeFor(
  platform: Platform,
  client: TestClient,
  person: Person,
  parameters: Record<string, string> = {},
) {
  const { parameters: asked, verifier } = requestOf(client, parameters)
  const { code } = returned(await answerAs(platform, asked, person))
  return {
    grant_type: 'authorization_code',
    code: must(code),
    redirect_uri: client.redirect_uri,
    code_verifier: verifier,
  }
}

/** Calls the token endpoint, or another of the authorization server, as a client. */
export async function callAs(
  platform: Platform,
  { client_id, client_secret }: Pick<TestClient, 'client_id' | 'client_secret'>,
  parameters: Record<string, string>,
  { path = '/oauth2/token', headers = {} }: { path?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const basic = client_secret && { authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` }
  return platform.call('POST', path, {
    headers: { ...basic, ...headers },
    raw: new URLSearchParams(client_secret ? parameters : { client_id, ...parameters }),
  })
}

/** The tokens that an app gets when a person allows its request. */
export async function tokensFor(
  platform: Platform,
  client: TestClient,
  person: Person,
  parameters: Record<string, string> = {},
): Promise<{ access_token: string; refresh_token: string; scope: string }> {
  const { status, body } = await callAs(platform, client, await codeFor(platform, client, person, parameters))
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

export const refresh = (platform: Platform, client: TestClient, refresh_token: string, parameters = {}) =>
  callAs(platform, client, { grant_type: 'refresh_token', refresh_token, ...parameters })

/** The claims of a token, unverified. */
export const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(must(token.split('.')[1]), 'base64url').toString()) as Record<string, unknown>

/** Sends the same request many times concurrently. */
export const atOnce = (times: number, request: () => Promise<Answer>) =>
  Promise.all(Array.from({ length: times }, request))

/** The outcome of reading the organisation with a token: the status, and the code of a refusal. */
export async function readWith(platform: Platform, token: string): Promise<[number, string | undefined]> {
  const { status, body } = await platform.get('/v1.0/organization', token)
  return [status, body.code]
}

/** A member’s token for an operation, and a function that calls it. */
export async function actAs(platform: Platform, accountId: string, ...scopes: Scope[]) {
  const token = await platform.userToken(accountId, ...scopes)
  return (method: string, path: string, body?: unknown) =>
    platform.call(method, path, { token, ...(body !== undefined && { body }) })
}
