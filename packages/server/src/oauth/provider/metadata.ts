import { appScopes, userScopes } from '@sendoff/api'
import type { Middleware } from './request-state.ts'

const PUBLISHED = [
  'issuer',
  'authorization_endpoint',
  'pushed_authorization_request_endpoint',
  'token_endpoint',
  'revocation_endpoint',
  'introspection_endpoint',
  'jwks_uri',
  'response_types_supported',
  'code_challenge_methods_supported',
  'authorization_response_iss_parameter_supported',
  'token_endpoint_auth_methods_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'dpop_signing_alg_values_supported',
]

/** Reduces the metadata (RFC 8414 section 2) to the features that are offered; the library adds those of OpenID Connect. */
export const publishOnlyOwnMetadata: Middleware = async (ctx, next) => {
  await next()
  if (!ctx.path.startsWith('/.well-known/') || typeof ctx.body !== 'object' || ctx.status !== 200) return
  const all = ctx.body as Record<string, unknown>
  ctx.body = {
    ...Object.fromEntries(PUBLISHED.map((name) => [name, all[name]])),
    grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
    response_modes_supported: ['query'],
    scopes_supported: [...new Set([...appScopes, ...userScopes])],
    revocation_endpoint_auth_methods_supported: all.token_endpoint_auth_methods_supported,
    revocation_endpoint_auth_signing_alg_values_supported: all.token_endpoint_auth_signing_alg_values_supported,
    introspection_endpoint_auth_methods_supported: all.token_endpoint_auth_methods_supported,
    introspection_endpoint_auth_signing_alg_values_supported: all.token_endpoint_auth_signing_alg_values_supported,
  }
}
