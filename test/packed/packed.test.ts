import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser } from '../sign-in/browser.ts'
import { must, openPlatform, type Platform } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'
import { createApp } from '../tokens/support.ts'
import type { Input } from './program.ts'
import { installPacked, type Project } from './project.ts'
import { RUNS } from './run.ts'
import { installRuntimes, type Runtimes } from './runtimes.ts'

let project: Project
beforeAll(async () => {
  project = await installPacked()
}, 600_000)
afterAll(() => project?.remove())

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
      doubled: ['association_not_found', 'organization.unlink: the body: /: "dept" is not in the contract'],
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
