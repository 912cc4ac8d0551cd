import { generateKeyPairSync } from 'node:crypto'
import Provider from 'oidc-provider'
import { listen } from './listen.ts'

/** Bare `oidc-provider` on its in-memory adapter: JWT access tokens, ES256, for the one client that its parameters name. */
const [client_id = '', client_secret = '', issuer = '', scope = ''] = process.argv.slice(2)
const key = { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }), alg: 'ES256' }
const provider = new Provider(issuer, {
  clients: [{ client_id, client_secret, grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }],
  jwks: { keys: [{ ...key, use: 'sig' }] } as never,
  cookies: { keys: ['a key of the cookies that nobody gets'] },
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  routes: { token: '/oauth2/token' },
  scopes: scope.split(' '),
  ttl: { ClientCredentials: 3600 },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => `${issuer}/v1.0`,
      getResourceServerInfo: () => ({
        scope,
        audience: `${issuer}/v1.0`,
        accessTokenTTL: 3600,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
})
listen(provider.callback())
