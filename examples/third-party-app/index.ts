/**
 * A third-party app. An administrator authorises it for their organisation; from then on it ends an association of that organisation
 * with its own token. Plain OAuth 2.0 with openid-client: authorization code, PKCE and a pushed request, then client credentials for
 * the organisation.
 */
import express from 'express'
import * as oauth from 'openid-client'
import { readSandbox } from '../sandbox.ts'

const { base_url: baseUrl, organizations, third_party_apps } = await readSandbox()
const [{ client_id, client_secret, name }] = third_party_apps
const port = Number(process.env.EXAMPLE_PORT ?? 4100)
const home = `http://127.0.0.1:${port}`
const redirect_uri = `${home}/callback`

const config = await oauth.discovery(new URL(baseUrl), client_id, client_secret, undefined, {
  algorithm: 'oauth2',
  // The sandbox has no https.
  execute: [oauth.allowInsecureRequests],
})

/** The PKCE verifiers of authorizations under way, by the state that only the browser knows. */
const begun = new Map<string, string>()

const app = express()
app.get('/', (_req, res) => void res.send(`<h1>${name}</h1><a href="/connect">Connect your organisation</a>`))

app.get('/connect', async (_req, res) => {
  const [state, verifier] = [oauth.randomState(), oauth.randomPKCECodeVerifier()]
  begun.set(state, verifier)
  const address = await oauth.buildAuthorizationUrlWithPAR(config, {
    redirect_uri,
    scope: 'org:read org:association:read org:unlink',
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  res.cookie('state', state, { httpOnly: true, sameSite: 'lax' }).redirect(address.href)
})

app.get('/callback', async (req, res) => {
  const state = /(?:^|; )state=([^;]+)/.exec(req.get('cookie') ?? '')?.[1] ?? ''
  const verifier = begun.get(state)
  begun.delete(state)
  if (!verifier) return void res.status(400).send('This did not begin here. <a href="/connect">Begin again</a>')
  try {
    const answer = new URL(req.originalUrl, home)
    const checks = { expectedState: state, pkceCodeVerifier: verifier }
    const { access_token } = await oauth.authorizationCodeGrant(config, answer, checks)
    const { org_id, name: organization } = await get<Organization>(access_token, '/v1.0/organization')
    console.log(`${organization} has authorised ${name}.`)
    res.type('text').send(`${organization} is connected. ${await unlinkOne(org_id)}`)
  } catch (error) {
    const reason = error instanceof oauth.AuthorizationResponseError ? error.error : String(error)
    console.log(`Not connected: ${reason}`)
    res.status(400).type('text').send(`Not connected: ${reason}`)
  }
})

/** Ends one association without an administrator, by the app's own token for the organisation that authorised it. */
async function unlinkOne(orgId: string): Promise<string> {
  const { access_token } = await oauth.clientCredentialsGrant(config, {
    scope: 'org:association:read org:unlink',
    resource: `${baseUrl}/v1.0/organizations/${orgId}`,
  })
  const { data } = await get<{ data: Association[] }>(access_token, '/v1.0/associations?limit=1')
  const [association] = data
  if (!association) return 'It has no association left to end.'
  const { dept_id, associated_org_id, associated_org_name } = association
  const body = JSON.stringify({ dept_id, associated_org_id, reason_code: 'restructuring' })
  const { result } = await call<{ result: true }>(access_token, '/v1.0/organization/unlink', 'POST', body)
  console.log(`Unlinked from ${associated_org_name}: result: ${result}`)
  return `It is unlinked from ${associated_org_name}.`
}

type Organization = { org_id: string; name: string }
type Association = { dept_id: number; associated_org_id: string; associated_org_name: string }

const get = <Answer>(token: string, path: string) => call<Answer>(token, path, 'GET')

async function call<Answer>(token: string, path: string, method: string, body?: string): Promise<Answer> {
  const headers = new Headers(body === undefined ? {} : { 'Content-Type': 'application/json' })
  const answer = await oauth.fetchProtectedResource(config, token, new URL(path, baseUrl), method, body, headers)
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

app.listen(port, '127.0.0.1', () => {
  const { members, name: organization } = organizations[1]
  const admin = members.find(({ role }: { role: string }) => role === 'admin')
  console.log(`Open ${home}/connect and sign in as an administrator, for example of ${organization}:`)
  console.log(`  ${admin.email}  ${admin.password}`)
})
