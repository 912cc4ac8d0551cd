import type { KoaContextWithOIDC } from 'oidc-provider'
import type { AccessTokenVerifier } from '../../authentication/access-token.ts'
import type { AccessTokenClaims } from '../../authentication/claims.ts'
import { resolveActor } from '../../authentication/resolve-actor.ts'
import { denyToken } from '../../authentication/revoked.ts'
import { Refusal } from '../../refusal.ts'
import type { Store } from '../../store/store.ts'
import type { Middleware } from './request-state.ts'

/**
 * Lets an app revoke (RFC 7009) and introspect (RFC 7662) its own access tokens. The library authenticates the app and then says
 * that it can't do this for JWTs; the work is done here. Another app's token is neither described nor changed.
 */
export function answerForJwts(store: Store, verify: AccessTokenVerifier): Middleware {
  return async (ctx, next) => {
    await next()
    const { body } = ctx
    const { oidc } = ctx as KoaContextWithOIDC
    // The body of a revocation means nothing (RFC 7009 section 2.2), but some clients insist on JSON.
    if (oidc?.route === 'revocation' && ctx.status === 200) ctx.body = {}
    if ((body as { error?: unknown } | undefined)?.error !== 'unsupported_token_type') return
    const own = await ownClaims(verify, String(oidc.params?.token), oidc.client?.clientId)
    ctx.status = 200
    if (oidc.route === 'revocation') {
      if (own) await store.transaction((tx) => denyToken(tx, own))
      ctx.body = {}
    } else {
      ctx.body = own && (await isAccepted(store, own)) ? introspected(own) : { active: false }
    }
  }
}

async function ownClaims(verify: AccessTokenVerifier, token: string, clientId: string | undefined) {
  const claims = await verify(token).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  return claims?.client_id === clientId ? claims : undefined
}

/** True if the API would accept the token now. */
async function isAccepted(store: Store, claims: AccessTokenClaims): Promise<boolean> {
  return resolveActor(store.db, claims, { address: null, requestId: null }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
}

function introspected(claims: AccessTokenClaims) {
  const { gid: _, grant_id: __, ...shown } = claims
  return { active: true, token_type: claims.cnf ? 'DPoP' : 'Bearer', ...shown }
}
