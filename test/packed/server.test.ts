import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { output } from '../support/npm.ts'
import { readWith, refresh, thirdPartyClient, tokensFor } from '../support/oauth.ts'
import { installServer } from '../support/packed-server.ts'
import { Caller, must, type Platform } from '../support/platform.ts'

let server: Awaited<ReturnType<typeof installServer>>
let manifest: { version: string; dependencies?: object; engines: { node: string } }

beforeAll(async () => {
  server = await installServer()
  manifest = JSON.parse(await readFile(join(server.installed, 'package.json'), 'utf8'))
}, 600_000)
afterAll(() => server?.remove())

const path = [dirname(process.execPath), process.env.PATH].join(delimiter)
const command = () => join(server.bin, 'sendoff-server')
const run = (...args: string[]) => output('env', [`PATH=${path}`, command(), ...args], server.user)

test('the package installs alone, and holds the command, the pages, and the licences of its parts', async () => {
  const { packages } = JSON.parse(await readFile(join(server.user, 'node_modules/.package-lock.json'), 'utf8'))
  expect(Object.keys(packages)).toEqual(['node_modules/@sendoff/server'])
  expect(manifest).toMatchObject({ engines: { node: '>=24' } })
  expect(manifest.dependencies).toBeUndefined()
  expect((await readdir(server.installed)).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'bin',
    'env.example',
    'lib',
    'licences.txt',
    'package.json',
    'public',
  ])
  const licences = await readFile(join(server.installed, 'licences.txt'), 'utf8')
  for (const name of ['express', 'oidc-provider', 'pg', 'kysely', 'zod', '@stricli/core', 'react', 'wouter']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'))
  }
})

test('its version and its help are printed', async () => {
  expect(await run('--version')).toBe(`${manifest.version}\n`)
  expect(await run('--help')).toContain('sendoff-server start')
  expect(await run('check', '--json')).toContain('"ok":true')
})

test('it starts, serves its pages, unlinks, and stops in order', { timeout: 240_000 }, async () => {
  const data = join(server.user, 'data')
  const child = spawn(command(), ['start'], {
    cwd: server.user,
    env: { PATH: path, PORT: '0', SENDOFF_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const printed = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (printed.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (printed.stderr += text))
  const exited = once(child, 'close')
  while (!/listens on/.test(printed.stdout)) {
    const ended = await Promise.race([exited, once(child.stdout, 'data').then(() => undefined)])
    if (ended) throw new Error(printed.stderr)
  }
  const base = /listens on (\S+)/.exec(printed.stdout)?.[1] ?? ''
  for (const page of [
    '/docs',
    '/docs/guides/operator',
    '/docs/api',
    '/openapi.yaml',
    '/sign-in/style.css',
    '/console',
  ]) {
    expect((await fetch(base + page)).status, page).toBe(200)
  }
  const caller = new Caller(base, JSON.parse(await readFile(join(data, 'sandbox.json'), 'utf8')))
  const { org_id, dept_id, associated_org_id } = caller.association('partner')
  const token = await caller.appToken(org_id, 'org:unlink')
  const answer = await caller.post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })
  expect([answer.status, answer.body.result]).toEqual([200, true])
  const founder = caller.organization(1).members.find(({ role }) => role === 'founder')
  const client = thirdPartyClient(caller as Platform)
  const tokens = await tokensFor(caller as Platform, client, must(founder))
  const renewed = await refresh(caller as Platform, client, tokens.refresh_token)
  expect(renewed.body.expires_in).toBeGreaterThan(0)
  expect(await readWith(caller as Platform, renewed.body.access_token)).toEqual([200, undefined])
  child.kill('SIGTERM')
  expect((await exited)[0]).toBe(0)
  expect(printed.stderr).toBe('')
})
