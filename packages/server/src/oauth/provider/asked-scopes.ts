import { scopes as allScopes } from '@sendoff/api'
import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { shortened } from '../../shortened.ts'

/** What was asked for, also what the library has left out by now, which is `offline_access` (OpenID Connect Core section 11). */
export function askedScopes(ctx: KoaContextWithOIDC): ReadonlySet<string> {
  const written = ctx.oidc.body?.scope ?? ctx.query.scope
  return new Set([
    ...ctx.oidc.requestParamScopes,
    ...String(written ?? '')
      .split(' ')
      .filter(Boolean),
  ])
}

/**
 * Refuses what an app may not have (RFC 6749 section 3.3), which the library would silently leave out.
 *
 * @param isForNobody an app-level token is asked for, which is for no organisation
 * @throws {errors.InvalidScope} naming the first that it may not have
 */
export function refuseOtherScopes(asked: ReadonlySet<string>, allowed: readonly string[], isForNobody = false): void {
  for (const scope of asked) {
    if (!allowed.includes(scope)) throw new errors.InvalidScope(whyNot(scope, isForNobody), shortened(scope))
  }
}

/** What was asked is repeated only where it is one of ours: a description takes few characters (RFC 6749 section 5.2). */
function whyNot(scope: string, isForNobody: boolean): string {
  if (!(allScopes as readonly string[]).includes(scope)) return 'there is no such scope'
  return isForNobody
    ? `without an organisation the app may not have the scope ${scope}; name the organisation by resource`
    : `the app may not have the scope ${scope}`
}
