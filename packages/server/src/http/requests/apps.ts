import * as z from 'zod'
import { anyText, id, nothing, page, publicName, scope, textOf } from '../../web/fields.ts'

const number = z
  .string()
  .max(1400, { abort: true })
  .regex(/^[A-Za-z0-9_-]*$/)
  .exactOptional()

const jwks = z.strictObject({
  keys: z
    .array(
      z.strictObject({
        kty: z.enum(['EC', 'OKP', 'RSA']),
        kid: textOf(1, 255, /^[!-~]*$/),
        alg: z.enum(['ES256', 'EdDSA', 'Ed25519', 'PS256', 'RS256']).exactOptional(),
        use: z.enum(['sig']).exactOptional(),
        crv: z.enum(['P-256', 'Ed25519']).exactOptional(),
        x: number,
        y: number,
        n: number,
        e: number,
      }),
    )
    .min(1)
    .max(10),
})

export const apps = {
  'apps.list': { path: nothing, query: page },
  'apps.create': {
    path: nothing,
    query: nothing,
    body: z.strictObject({
      name: publicName,
      kind: z.enum(['internal', 'third_party']),
      scopes: z.array(scope).min(1).max(100),
      redirect_uris: z.array(anyText(1, 2000)).max(20).exactOptional(),
      token_endpoint_auth_method: z.enum(['client_secret_basic', 'private_key_jwt', 'none']).exactOptional(),
      jwks: jwks.exactOptional(),
    }),
  },
  'apps.get': { path: z.strictObject({ app_id: id }), query: nothing },
  'apps.update': {
    path: z.strictObject({ app_id: id }),
    query: nothing,
    body: z.strictObject({
      name: publicName.exactOptional(),
      status: z.enum(['active', 'suspended']).exactOptional(),
      scopes: z.array(scope).min(1).max(100).exactOptional(),
      redirect_uris: z.array(anyText(1, 2000)).max(20).exactOptional(),
      jwks: jwks.exactOptional(),
    }),
  },
  'apps.delete': { path: z.strictObject({ app_id: id }), query: nothing },
  'apps.createSecret': { path: z.strictObject({ app_id: id }), query: nothing },
  'apps.deleteSecret': { path: z.strictObject({ app_id: id, secret_id: id }), query: nothing },
  'authorizations.list': { path: nothing, query: page },
  'authorizations.delete': { path: z.strictObject({ authorization_id: id }), query: nothing },
  'auditLogs.list': {
    path: nothing,
    query: page.extend({
      action: textOf(1, 64, /^[A-Za-z.]*$/).exactOptional(),
      target_id: id.exactOptional(),
      actor_id: id.exactOptional(),
    }),
  },
}
