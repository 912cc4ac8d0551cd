import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { certificate, certificateKey } from '../support/certificate.ts'
import { asApp, beside, user } from '../support/command.ts'
import { onSqlite } from '../support/platform.ts'
import { freePort } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

type Checked = { ok: boolean; checks: { check: string; status: string; detail: string }[] }

/** Runs the doctor, and returns its exit code, its result, and the checks that found a fault. */
async function examine({ run }: Pick<ReturnType<typeof user>, 'run'>, ...args: string[]) {
  const { code, stdout } = await run('doctor', '--json', ...args)
  const { ok, checks } = JSON.parse(stdout) as Checked
  const faults = checks.filter(({ status }) => status === 'fault')
  expect([code, ok]).toEqual(faults.length > 0 ? [1, false] : [0, true])
  return { checks, faults: faults.map(({ check }) => check), details: faults.map(({ detail }) => detail).join('\n') }
}

onSqlite((platform) => {
  test('where nothing is wrong every check is done, and it ends with 0', async () => {
    const receiver = await startReceiver()
    const { checks, faults } = await examine(user(asApp(platform())), '--to', receiver.url)
    expect(faults).toEqual([])
    const done = [
      'files',
      'environment',
      'address',
      'tls',
      'version',
      'clock',
      'sign_in',
      'scopes',
      'feed',
      'endpoints',
    ]
    expect(checks.map(({ check }) => check)).toEqual([...done, 'local_port', 'local_port'])
    const chinese = await user(asApp(platform())).run('doctor', '--lang', 'zh-CN')
    expect([chinese.code, chinese.stdout.includes('登录：')]).toEqual([0, true])
  })

  test('endpoints that are disabled, unverified or have held deliveries are named', async () => {
    const { org_id } = platform().organization(0)
    const token = await platform().appToken(org_id, 'webhook:write', 'webhook:read', 'org:write')
    const as = platform().as(token)
    const url = `http://127.0.0.1:${await freePort()}/`
    const unverified = await as.call('webhookEndpoints.create', { url, challenge: true })
    const disabled = await as.call('webhookEndpoints.create', { url })
    await as.call('webhookEndpoints.disable', { endpoint_id: disabled.endpoint_id })
    await as.call('departments.create', { name: 'Quality', parent_dept_id: 1 })
    await platform().advance('PT0S')
    const { faults, details } = await examine(user(asApp(platform())))
    expect(new Set(faults)).toEqual(new Set(['endpoints']))
    for (const part of [unverified.endpoint_id, 'app_request', 'held']) expect(details).toContain(part)
  })

  test('a place that the feed no longer has, a secret that is wrong and a URL at which nobody listens are faults', async () => {
    const app = asApp(platform())
    const lost = user(app)
    const folder = join(lost.home, '.local', 'state', 'sendoff', 'listen')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const one of ['sendoff', 'sendoff/listen']) chmodSync(join(lost.home, '.local', 'state', one), 0o700)
    const place = { base_url: app.SENDOFF_BASE_URL, reader: app.SENDOFF_CLIENT_ID, sequence: 4711 }
    writeFileSync(join(folder, 'mine.json'), JSON.stringify(place), { mode: 0o600 })
    const { faults, details } = await examine(lost, '--to', `http://127.0.0.1:${await freePort()}/`)
    expect(faults).toEqual(['feed', 'local_port'])
    expect(details).toContain('mine')
    expect((await examine(user({ ...app, SENDOFF_CLIENT_SECRET: 'osk_wrong' }))).faults).toEqual(['sign_in'])
  })

  test('files that others can read are faults, and --fix changes their modes and nothing else', async () => {
    const person = user()
    beside(person.home, platform())
    const file = join(person.home, '.sendoff', 'sandbox.json')
    chmodSync(file, 0o644)
    expect((await examine(person)).faults).toEqual(['files'])
    expect(statSync(file).mode & 0o777).toBe(0o644)
    expect((await examine(person, '--fix')).faults).toEqual([])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

test('no address, no server, another server and a wrong clock are told apart', async () => {
  expect((await examine(user())).faults).toEqual(['address'])
  const nobody = `http://127.0.0.1:${await freePort()}`
  expect((await examine(user({ SENDOFF_BASE_URL: nobody }))).details).toContain('ECONNREFUSED')
  let answer: (base: string) => object = () => ({})
  const server = createServer((request, response) => {
    const base = `http://${request.headers.host}`
    response.setHeader('date', new Date(Date.now() - 3_600_000).toUTCString())
    response.end(request.url === '/openapi.yaml' ? 'info:\n  version: "2.0"\n' : JSON.stringify(answer(base)))
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const person = user({ SENDOFF_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  const other = await examine(person)
  expect([other.faults, other.details.includes('other than Sendoff')]).toEqual([['address'], true])
  answer = (base) => ({ issuer: base })
  expect((await examine(person)).faults).toEqual(['version', 'clock', 'sign_in'])
  answer = () => ({ issuer: 'https://id.example' })
  expect((await examine(person)).faults).toContain('address')
})

test('a certificate of an unknown authority is a fault, which NODE_EXTRA_CA_CERTS mends', async () => {
  const server = createSecureServer({ cert: certificate, key: certificateKey }, (request, response) => {
    const isContract = request.url === '/openapi.yaml'
    response.end(
      isContract ? 'info:\n  version: "1.0"\n' : JSON.stringify({ issuer: `https://${request.headers.host}` }),
    )
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const SENDOFF_BASE_URL = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
  const person = user({ SENDOFF_BASE_URL })
  const unknown = await examine(person)
  expect([unknown.faults, unknown.details.includes('NODE_EXTRA_CA_CERTS')]).toEqual([['tls'], true])
  const authority = join(person.home, 'ca.pem')
  writeFileSync(authority, certificate)
  const known = await examine(user({ SENDOFF_BASE_URL, NODE_EXTRA_CA_CERTS: authority }))
  expect(known.checks.find(({ check }) => check === 'tls')).toMatchObject({ status: 'ok' })
  // Nobody is signed in there.
  expect(known.faults).toEqual(['sign_in'])
  expect((await examine(user({ NODE_EXTRA_CA_CERTS: '/none' }))).faults).toContain('environment')
})

test('a proxy that is not used is noted, and certificates that are not checked are a fault', async () => {
  const proxied = { HTTPS_PROXY: 'http://user:hidden@127.0.0.1:9' }
  const { checks, faults } = await examine(user({ ...proxied, NODE_TLS_REJECT_UNAUTHORIZED: '0' }))
  expect(faults).toEqual(['environment', 'address'])
  expect(checks.find(({ status }) => status === 'note')?.detail).toContain('NODE_USE_ENV_PROXY')
  expect(JSON.stringify(checks)).not.toContain('hidden')
  const local = { ...proxied, NODE_USE_ENV_PROXY: '1', SENDOFF_BASE_URL: `http://127.0.0.1:${await freePort()}` }
  expect((await examine(user(local))).details).toContain('NO_PROXY')
})
