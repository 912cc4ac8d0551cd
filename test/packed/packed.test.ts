import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../sdk/bundle.ts'
import { noBrowser } from '../sign-in/browser.ts'
import { must, openPlatform, type Platform } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'
import { createApp } from '../tokens/support.ts'
import { LINTS, packWithout } from './lint.ts'
import type { Input } from './program.ts'
import { installPacked, type Project, root } from './project.ts'
import { RUNS } from './run.ts'
import { installRuntimes, type Runtimes } from './runtimes.ts'
import { addPrograms, compilePacked, PROGRAMS } from './types.ts'

let project: Project
beforeAll(async () => {
  project = await installPacked()
  await addPrograms(project)
}, 600_000)
afterAll(() => project?.remove())

const modules = () => Object.keys(project.manifest.exports).filter((entry) => !entry.endsWith('.json'))
const importsOf = async (code: string) => (await bundle(code, project.directory)).imports

test('both packages install without asking anybody for more, and only types are of the contract’s', async () => {
  const { installed, manifest, directory } = project
  const { packages } = JSON.parse(await readFile(join(directory, 'node_modules/.package-lock.json'), 'utf8'))
  expect(Object.keys(packages)).toEqual(['node_modules/@sendoff/api', 'node_modules/@sendoff/sdk'])
  expect(manifest.dependencies).toEqual({ '@sendoff/api': manifest.version })
  for (const name of ['api', 'sdk'])
    expect((await readdir(join(installed, name))).sort()).toEqual(['README.md', 'dist', 'package.json', 'src'])
})

test.for(Object.entries(LINTS))('%s finds nothing, and would find a file that is missing', async ([, lint]) => {
  for (const tarball of project.tarballs) await lint(tarball)
  const missing = ['dist/webhooks/index.js', 'dist/webhooks/index.d.ts']
  const broken = await packWithout(missing, join(project.installed, 'sdk'), project.directory)
  await expect(lint(broken)).rejects.toThrow(/webhooks/)
})

test('what is packed keeps the budget: the client 6 kB, with createHandler 9 kB', async () => {
  const client = `export { createClient } from '@sendoff/sdk';`
  const handler = `export { createHandler } from '@sendoff/sdk/webhooks';`
  expect((await bundle(client, project.directory)).bytes).toBeLessThanOrEqual(6_000)
  expect((await bundle(client + handler, project.directory)).bytes).toBeLessThanOrEqual(9_000)
})

test('no entry point needs a module of Node’s or of anybody else', async () => {
  expect(modules()).toContain('./webhooks')
  for (const entry of modules()) expect(await importsOf(`export * from '@sendoff/sdk${entry.slice(1)}'`)).toEqual([])
  expect(await importsOf(`export * from '@sendoff/sdk'; export * from 'node:fs'`)).toEqual(['node:fs'])
})

describe.each([
  ['5.9', 'typescript'],
  ['7', 'typescript-7'],
])('TypeScript %s compiles against the packed types', (_, typescript) => {
  test.for(Object.entries(PROGRAMS))('%s', async ([, program]) => {
    const { errors, files } = await compilePacked(typescript, project.directory, program)
    expect(errors).toEqual(program.refused.map((error) => expect.stringMatching(error)))
    expect(files).toContain(join(project.installed, 'sdk/dist/index.d.ts'))
    expect(files.filter((file) => file.startsWith(join(root, 'packages')))).toEqual([])
  })
})

describe('a program with the packed SDK calls, is refused, signs and verifies', () => {
  let runtimes: Runtimes
  let opened: Awaited<ReturnType<typeof openPlatform>>
  beforeAll(async () => {
    ;[runtimes, opened] = await Promise.all([installRuntimes(), openPlatform('sqlite')])
  }, 600_000)
  afterAll(() => opened?.close())

  test.for(Object.entries(RUNS))('in %s', { timeout: 120_000 }, async ([name, { installed, run }], { skip }) => {
    const program = installed ? runtimes[installed] : ''
    if (program === undefined) skip(`npm brings no ${name} for ${process.platform} ${process.arch}`)
    if (name === 'Chromium' && noBrowser) skip(noBrowser)
    const { platform } = opened
    await platform.reset()
    const input = await inputFor(platform)
    expect(await run(must(program), project.directory, input)).toEqual({
      org_id: input.delivery.organization,
      result: true,
      refusal: { code: 'association_not_found', safeToRepeat: true, named: true },
      byKey: input.delivery.organization,
      deliveries: {
        'v1 genuine': [200, 'ping'],
        'v1 forged': [400, null],
        'v1a genuine': [200, 'ping'],
        'v1a forged': [400, null],
      },
      signed: 'ping',
      wrongVerdicts: [],
    })
  })
})

/** An association to end, an app with a key, and a delivery that the server has really made. */
async function inputFor(platform: Platform): Promise<Input> {
  const { org_id, dept_id, associated_org_id } = must(platform.data.associations[0])
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const keyApp = await createApp(platform, org_id, {
    kind: 'internal',
    redirect_uris: [],
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'one' }] },
  })
  const receiver = await startReceiver()
  const token = await platform.appToken(org_id, 'webhook:write')
  const { body: endpoint } = await platform.post('/v1.0/webhook-endpoints', token, { url: receiver.url })
  await platform.post(`/v1.0/webhook-endpoints/${endpoint.endpoint_id}/test`, token)
  await receiver.until(({ length }) => length > 0)
  const { headers, body } = must(receiver.received[0])
  const signed = Object.entries(headers).filter(([name]) => name.startsWith('webhook-') || name === 'content-type')
  return {
    baseUrl: platform.base,
    app: must(platform.organizationOf(org_id).apps[0]),
    keyApp: { client_id: keyApp.client_id, jwk: { ...(await exportJWK(privateKey)), kid: 'one' } },
    unlinking: { dept_id, associated_org_id },
    delivery: {
      headers: Object.fromEntries(signed) as Record<string, string>,
      body: body.toString('base64'),
      secret: endpoint.secret,
      organization: org_id,
    },
  }
}
