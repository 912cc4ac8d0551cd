import { exportJWK, generateKeyPair } from 'jose'
import { createApp } from '../support/oauth.ts'
import { must, type Platform } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'
import type { Input } from './program.ts'

/** Prepares an association to end, an app with a key, and a real delivery of the server. */
export async function inputFor(platform: Platform): Promise<Input> {
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
