import type { OperationId, Scope } from '@sendoff/api'
import { operations } from '@sendoff/api'
import type { Request } from 'express'
import type { Actor } from '../actor.ts'
import type { AccessTokenVerifier } from '../authentication/access-token.ts'
import { checkProof } from '../authentication/dpop.ts'
import { resolveActor } from '../authentication/resolve-actor.ts'
import { Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import { originOf } from '../web/origin.ts'
import { requireAllowedOrigin } from './cross-origin.ts'

type Parts = { base: string; store: Store; verify: AccessTokenVerifier }

/**
 * Identifies the caller from the token and the current state of its app and account. A token that is bound to a key needs a proof of
 * possession (RFC 9449); any other is a bearer token (RFC 6750).
 *
 * @throws {Refusal} `token_missing`, `token_invalid`, `token_expired`, `token_revoked`, `org_not_authorized`, `account_restricted`,
 * `origin_not_allowed`
 */
export async function authenticate(req: Request, { base, store, verify }: Parts, requestId: string): Promise<Actor> {
  const { scheme, token } = readToken(req)
  const claims = await verify(token)
  const jkt = claims.cnf?.jkt
  if ((scheme.toLowerCase() === 'dpop') !== (jkt !== undefined)) throw new Refusal('token_invalid')
  if (jkt !== undefined) {
    const url = `${base}${req.originalUrl.split('?')[0]}`
    await checkProof(store, req.get('dpop'), { token, jkt, method: req.method, url })
  }
  await requireAllowedOrigin(req, { base, store }, claims.client_id)
  return resolveActor(store.db, claims, originOf(req, requestId))
}

/**
 * Checks the caller again in the middle of an answer: the token's expiry, and the state of its app and account. A proof is valid only
 * once, and has already been checked.
 *
 * @throws {Refusal} like {@link authenticate}
 */
export async function authenticateAgain(req: Request, { store, verify }: Parts, requestId: string): Promise<Actor> {
  return resolveActor(store.db, await verify(readToken(req).token), originOf(req, requestId))
}

function readToken(req: Request): { scheme: string; token: string } {
  const header = req.get('authorization')
  if (header === undefined) throw new Refusal('token_missing')
  const [, scheme, token] = /^(Bearer|DPoP) +([\w.~+/-]+=*)$/i.exec(header) ?? []
  if (scheme === undefined || token === undefined) throw new Refusal('token_invalid')
  return { scheme, token }
}

type Alternative = { caller: 'app' | 'user'; scopes: readonly Scope[] }

/**
 * Checks that the kind of caller and the scopes of the token are among those that the contract allows for an operation.
 *
 * @throws {Refusal} `scope_missing`, `app_required`, `user_required`
 */
export function requireScope(id: OperationId, actor: Actor): void {
  const alternatives: readonly Alternative[] = operations[id].callers
  const own = alternatives.filter(({ caller }) => caller === actor.type)
  if (own.length === 0) throw new Refusal(actor.type === 'app' ? 'user_required' : 'app_required')
  if (own.some(({ scopes }) => scopes.every((scope) => actor.scopes.has(scope)))) return
  throw new Refusal('scope_missing', { required_scopes: [...(own[0]?.scopes ?? [])] })
}
