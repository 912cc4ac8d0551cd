import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import type { AccessTokenClaims, AccessTokenVerifier } from '../../authentication/access-token.ts'
import { resolveActor } from '../../authentication/resolve-actor.ts'
import { denyToken } from '../../authentication/revoked.ts'
import { Refusal } from '../../refusal.ts'
import type { Store } from '../../store/store.ts'

/**
 * Lets an app revoke (RFC 7009) and introspect (RFC 7662) its own access tokens. The library has authenticated the app when it says
 * that it can't do this for JWTs; from there it is done here. Of another app's token nothing is said and nothing is changed.
 */
export function answerForJwts(store: Store, verify: AccessTokenVerifier): Parameters<Provider['use']>[0] {
  return async (ctx, next) => {
    await next()
    const { body } = ctx
    const { oidc } = ctx as KoaContextWithOIDC
    // Clients ignore what it says (RFC 7009 section 2.2), but there are some that insist on JSON.
    if (oidc?.route === 'revocation' && ctx.status === 200) ctx.body = {}
    if ((body as { error?: unknown } | undefined)?.error !== 'unsupported_token_type') return
    const own = await ownClaims(verify, String(oidc.params?.token), oidc.client?.clientId)
    ctx.status = 200
    if (oidc.route === 'revocation') {
      if (own) await store.write((tx) => denyToken(tx, own))
      ctx.body = {}
    } else {
      ctx.body = own && (await isGood(store, own)) ? introspected(own) : { active: false }
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

/** Whether the API would take it now. */
async function isGood(store: Store, claims: AccessTokenClaims): Promise<boolean> {
  return resolveActor(store.db, claims, { address: null, requestId: null }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
}

function introspected(claims: AccessTokenClaims) {
  const { gid: _, grant_id: __, ...told } = claims
  return { active: true, token_type: claims.cnf ? 'DPoP' : 'Bearer', ...told }
}
