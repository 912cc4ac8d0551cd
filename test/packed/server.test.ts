import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bundleServer } from '../../scripts/packages/bundle-server.ts'
import { npm, output } from '../support/npm.ts'
import { Caller } from '../support/platform.ts'

let folder: string
let installed: string
let manifest: { version: string; dependencies?: object; engines: { node: string } }

// As an operator does it, without the registry: an empty folder, the tarball, nothing else.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendoff-packed-server-'))
  const built = join(folder, 'built')
  await bundleServer(built)
  await mkdir(join(folder, 'user'))
  await npm(['pack', '--ignore-scripts', '--pack-destination', folder], built)
  const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz')) ?? ''
  await writeFile(join(folder, 'user/package.json'), '{ "name": "user", "private": true }')
  await npm(['install', '--offline', '--ignore-scripts', join(folder, tarball)], join(folder, 'user'))
  installed = join(folder, 'user/node_modules/@sendoff/server')
  manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'))
}, 600_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const path = [dirname(process.execPath), process.env.PATH].join(delimiter)
const command = () => join(folder, 'user/node_modules/.bin/sendoff-server')
const run = (...args: string[]) => output('env', [`PATH=${path}`, command(), ...args], join(folder, 'user'))

test('the package installs alone, and holds the command, the pages, and the licences of its parts', async () => {
  const { packages } = JSON.parse(await readFile(join(folder, 'user/node_modules/.package-lock.json'), 'utf8'))
  expect(Object.keys(packages)).toEqual(['node_modules/@sendoff/server'])
  expect(manifest).toMatchObject({ engines: { node: '>=24' } })
  expect(manifest.dependencies).toBeUndefined()
  expect((await readdir(installed)).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'bin',
    'env.example',
    'lib',
    'licences.txt',
    'package.json',
    'public',
  ])
  const licences = await readFile(join(installed, 'licences.txt'), 'utf8')
  for (const name of ['express', 'oidc-provider', 'pg', 'kysely', 'zod', '@stricli/core']) {
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'))
  }
})

test('its version and its help are printed', async () => {
  expect(await run('--version')).toBe(`${manifest.version}\n`)
  expect(await run('--help')).toContain('sendoff-server start')
  expect(await run('check', '--json')).toContain('"ok":true')
})

test('it starts, serves its pages, unlinks, and stops in order', { timeout: 240_000 }, async () => {
  const data = join(folder, 'data')
  const child = spawn(command(), ['start'], {
    cwd: join(folder, 'user'),
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
  for (const page of ['/docs', '/docs/guides/operator', '/docs/api', '/openapi.yaml', '/sign-in/style.css']) {
    expect((await fetch(base + page)).status, page).toBe(200)
  }
  const caller = new Caller(base, JSON.parse(await readFile(join(data, 'sandbox.json'), 'utf8')))
  const { org_id, dept_id, associated_org_id } = caller.association('partner')
  const token = await caller.appToken(org_id, 'org:unlink')
  const answer = await caller.post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })
  expect([answer.status, answer.body]).toEqual([200, { result: true }])
  child.kill('SIGTERM')
  expect((await exited)[0]).toBe(0)
  expect(printed.stderr).toBe('')
})
