import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { createSealer } from '../../packages/server/src/crypto/seal.ts'
import { sealPurpose } from '../../packages/server/src/keys/key.ts'
import { dump, query, type Settings } from '../support/database.ts'
import { formsOf, hasCode, isCode } from '../support/leaks/forms.ts'
import { callAs, codeFor, refresh, thirdPartyClient, tokensFor } from '../support/oauth.ts'
import { type Answer, Caller, must, type Platform, stores } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { type ServerProcess, startProcess } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

/** The secrets that a reader could use, by kind. */
type Secrets = Map<string, string>

/** Names the secrets that a text contains in any form. A code of six digits counts where it stands by itself. */
function findIn(text: string, secrets: Secrets): string[] {
  return [...secrets].flatMap(([name, secret]) => {
    const found = isCode(secret) ? hasCode(text, secret) : formsOf(secret).some((form) => text.includes(form))
    return found ? [name] : []
  })
}

describe.each(stores())('on %s', (store) => {
  test('neither the database nor the logs nor an error contains a usable secret', {
    timeout: 240_000,
  }, async () => {
    const environment: Record<string, string> = { SENDOFF_LOG_LEVEL: 'trace' }
    if (store === 'postgres') {
      const database = await createDatabase(inject('postgresUrl'))
      onTestFinished(() => database.drop())
      environment.DATABASE_URL = database.url
    }
    const server = await startProcess(environment)
    const caller = new RecordingCaller(server.base, server.data)
    const secrets: Secrets = new Map()
    await useApps(caller, secrets)
    await useWebhooks(caller, secrets)
    await usePasswordsAndCodes(caller, secrets)
    await useSignIn(caller, secrets)
    await sendSecretsToWrongPlaces(caller, secrets)
    const settings = { ...environment, SENDOFF_DATA_DIR: server.dataDirectory }
    await addKeys(settings, secrets)

    const dumped = (await dump(settings)) + filesOf(store, server)
    const { stderr, stdout } = await server.kill('SIGTERM')
    const logs = stderr + stdout
    expect(secrets.size).toBeGreaterThan(30)
    expect([...secrets].filter(([, secret]) => secret.length < 6)).toEqual([])
    expect(findIn(dumped, secrets)).toEqual([])
    expect(findIn(logs, secrets)).toEqual([])
    expect(findIn(caller.refusals.join('\n'), secrets)).toEqual([])

    // There was something to read, and the search does find secrets.
    expect(dumped).toContain('Aster Manufacturing')
    expect(logs).toContain('/oauth2/token')
    expect(logs).toContain('/v1.0/recovery')
    expect(caller.refusals.length).toBeGreaterThan(15)
    for (const [name, secret] of secrets) {
      if (isCode(secret)) expect(findIn(`${dumped} "${secret}" `, secrets)).toEqual([name])
      else for (const form of formsOf(secret)) expect(findIn(`xyz${form}xyz`, secrets)).toContain(name)
    }
    for (const before of ['', 'a', 'ab', 'abc']) {
      const inside = Buffer.from(`${before}${secrets.get('client secret 0.0')}~`).toString('base64')
      expect(findIn(inside, secrets)).toEqual(['client secret 0.0'])
    }
  })
})

/** Collects the body of every refusal. */
class RecordingCaller extends Caller {
  readonly refusals: string[] = []
  override async call(...request: Parameters<Caller['call']>): Promise<Answer> {
    const answer = await super.call(...request)
    if (answer.status >= 400) this.refusals.push(JSON.stringify(answer.body) + JSON.stringify([...answer.headers]))
    return answer
  }
}

async function useApps(caller: RecordingCaller, secrets: Secrets): Promise<void> {
  caller.data.organizations.forEach(({ apps, members }, organization) => {
    apps.forEach((app, index) => void secrets.set(`client secret ${organization}.${index}`, app.client_secret))
    secrets.set('demo password', must(members[0]).password)
  })
  secrets.set('third-party secret', must(caller.data.third_party_apps[0]).client_secret)
  const { org_id } = caller.organization(0)
  secrets.set('app token', await caller.appToken(org_id, 'org:read'))
  await caller.get('/v1.0/organization', secrets.get('app token'))
  const admin = await caller.userToken(caller.member(org_id, 'admin').account_id, 'app:write', 'app:read', 'org:read')
  secrets.set('user token', admin)
  const command = { name: 'New', kind: 'internal', scopes: ['org:read'] }
  const { body: app } = await caller.post('/v1.0/apps', admin, command, { 'idempotency-key': 'app-1' })
  secrets.set('secret of a new app', must(app.client_secret))
  const { body: second } = await caller.post(
    `/v1.0/apps/${app.app_id}/secrets`,
    admin,
    {},
    { 'idempotency-key': 's-1' },
  )
  secrets.set('second secret of it', must(second.secret ?? second.client_secret))
  await caller.askToken(app, { scope: 'org:unlink' })
  await caller.askToken({ ...app, client_id: 'app_unknown' }, {})
  await caller.askToken({ ...app, client_secret: `${app.client_secret}x` }, {})
}

async function useWebhooks(caller: RecordingCaller, secrets: Secrets): Promise<void> {
  const receiver = await startReceiver((_, count) => (count === 1 ? 500 : 204))
  const { org_id, dept_id, associated_org_id } = caller.association('upstream')
  const token = await caller.appToken(org_id, 'org:unlink', 'webhook:write', 'webhook:read', 'org:association:read')
  secrets.set('webhook token', token)
  const { body: endpoint } = await caller.post(
    '/v1.0/webhook-endpoints',
    token,
    { url: receiver.url },
    { 'idempotency-key': 'w-1' },
  )
  secrets.set('webhook secret', must(endpoint.secret))
  secrets.set('bytes of the webhook secret', Buffer.from(endpoint.secret.slice(6), 'base64').toString('latin1'))
  await caller.post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })
  await receiver.until((received) => received.length > 0)
  await caller.advance('PT1M')
  await caller.post('/v1.0/webhook-endpoints', token, { url: `https://${endpoint.secret}@consumer.example/` })
}

async function usePasswordsAndCodes(caller: RecordingCaller, secrets: Secrets): Promise<void> {
  const email = 'noor@people.example'
  const passwords = ['Chosen-password-ä-1', 'Recovered-password-ü-2'] as const
  secrets.set('password', passwords[0]).set('new password', passwords[1])
  for (const [purpose, path, more] of [
    ['register', '/v1.0/accounts', { password: passwords[0], name: 'Noor' }],
    ['recover', '/v1.0/recovery', { new_password: passwords[1] }],
  ] as const) {
    await caller.post(
      '/v1.0/verification-codes',
      undefined,
      { email, purpose },
      { 'idempotency-key': `code-${purpose}` },
    )
    const { body } = await caller.get('/v1.0/sandbox/verification-codes')
    const { code } = must(body.data.find((one: { purpose: string }) => one.purpose === purpose))
    await caller.post(path, undefined, { email, code: code === '000000' ? '111111' : '000000', ...more })
    await caller.post(path, undefined, { email, code, ...more, unknown: code })
    await caller.post(path, undefined, { email, code, ...more }, { 'idempotency-key': `use-${purpose}` })
    secrets.set(`used code to ${purpose}`, code)
  }
  const pending = { email: 'later@people.example', purpose: 'register' }
  await caller.post('/v1.0/verification-codes', undefined, pending)
  const { body } = await caller.get('/v1.0/sandbox/verification-codes')
  secrets.set('code that is still good', must(body.data[0]).code)
  const { account_id } = caller.member(caller.organization(1).org_id, 'member')
  const leaver = await caller.userToken(account_id, 'account:deregister')
  secrets.set('token to deregister', leaver)
  const wrong = { confirm: true, password: 'Wrong-password-that-may-be-right-elsewhere' }
  secrets.set('wrong password', wrong.password)
  await caller.post('/v1.0/me/deregister', leaver, wrong, { 'idempotency-key': 'd-1' })
}

async function useSignIn(caller: RecordingCaller, secrets: Secrets): Promise<void> {
  // The helpers for pages need only the part of a platform that makes calls.
  const platform = caller as unknown as Platform
  const client = thirdPartyClient(platform)
  const admin = must(caller.organization(1).members.find(({ role }) => role === 'admin'))
  const tokens = await tokensFor(platform, client, admin)
  secrets.set('access token of a consent', tokens.access_token).set('refresh token', tokens.refresh_token)
  const { body: next } = await refresh(platform, client, tokens.refresh_token)
  secrets.set('next access token', next.access_token).set('next refresh token', next.refresh_token)
  const unused = await codeFor(platform, client, admin)
  secrets.set('code that is not redeemed', unused.code).set('its verifier', unused.code_verifier)
  await callAs(platform, client, { ...unused, code_verifier: 'x'.repeat(43) })
  const used = await codeFor(platform, client, admin)
  secrets.set('redeemed code', used.code).set('verifier of it', used.code_verifier)
  const { body } = await callAs(platform, client, used)
  secrets.set('third access token', body.access_token).set('third refresh token', body.refresh_token)
  await callAs(platform, client, { ...used, redirect_uri: 'http://127.0.0.1:1/other' })
  await refresh(platform, { ...client, client_secret: 'osk_wrong' }, body.refresh_token)
  await callAs(platform, client, { token: next.access_token }, { path: '/oauth2/introspect' })
  await callAs(platform, client, { token: next.refresh_token }, { path: '/oauth2/revoke' })
}

/** Sends secrets in faulty requests, for an error that might repeat them. */
async function sendSecretsToWrongPlaces(caller: RecordingCaller, secrets: Secrets): Promise<void> {
  const token = must(secrets.get('app token'))
  const password = must(secrets.get('demo password'))
  const query = new URLSearchParams({ access_token: token, client_secret: must(secrets.get('client secret 0.0')) })
  await caller.get(`/v1.0/organization?${query}`)
  await caller.get(`/v1.0/organization?${query}`, token)
  await caller.post(`/oauth2/token?${query}`)
  await caller.get('/v1.0/organization', `${token}x`)
  await caller.call('GET', '/v1.0/organization', { headers: { authorization: `Basic ${btoa(`me:${password}`)}` } })
  await caller.post('/v1.0/organization/unlink', token, { dept_id: password, associated_org_id: token })
  const json = { 'content-type': 'application/json' }
  await caller.call('POST', '/v1.0/recovery', { raw: `{"new_password": "${password}",`, headers: json })
  await caller.call('POST', '/v1.0/recovery', {
    raw: `new_password=${password}`,
    headers: { 'content-type': 'text/plain' },
  })
  await caller.post('/oauth2/token', undefined, { grant_type: 'password', username: 'me', password })
}

/** Reads the private parts of the signing keys, and the key under which they are sealed. */
async function addKeys(settings: Settings, secrets: Secrets): Promise<void> {
  const masterKey = readFileSync(join(must(settings.SENDOFF_DATA_DIR), 'master.key'), 'utf8').trim()
  secrets.set('master key', masterKey)
  const sealer = createSealer(Buffer.from(masterKey, 'base64'))
  for (const { kid, purpose, sealed } of await query(settings, 'select kid, purpose, sealed from signing_key')) {
    secrets.set(`private key of ${purpose} ${kid}`, must(JSON.parse(sealer.open(sealed, sealPurpose(purpose))).d))
  }
}

/** Reads SQLite's files as well, which may hold deleted rows. */
function filesOf(store: string, { dataDirectory }: ServerProcess): string {
  if (store !== 'sqlite') return ''
  const files = readdirSync(dataDirectory).filter((name) => name.startsWith('sendoff.sqlite'))
  expect(files).toContain('sendoff.sqlite')
  return files.map((name) => readFileSync(join(dataDirectory, name), 'latin1')).join('\n')
}
