import type { Scope } from '@sendoff/api'
import { appScopes, userScopes } from '@sendoff/api'
import type { Platform } from '../platform.ts'
import type { Located } from './operations.ts'

/** A caller of a request, and the refusal that it gets if it may not. */
export type Caller = { name: string; authorization?: string; refused?: string }

/** Callers that may call an operation, and callers that may not. */
export type Callers = { right: Caller[]; wrong: Caller[] }

/**
 * Finds out, from the contract, who of an organisation may call an operation.
 *
 * @param firsts the account that asks first, for operations that are somebody's own
 */
export function callersOf(
  platform: Platform,
  orgId: string,
  firsts: Record<string, string> = {},
): (operation: Located) => Promise<Callers> {
  const account = (role: 'founder' | 'member') => platform.member(orgId, role).account_id
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const app = async (scopes: readonly Scope[]) => bearer(await platform.appToken(orgId, ...scopes))
  const user = async (role: 'founder' | 'member', scopes: readonly Scope[]) =>
    bearer(await platform.userToken(account(role), ...scopes))

  return async ({ id, security = [] }) => {
    if (security.length === 0) return { right: [{ name: 'anyone' }], wrong: [] }
    const taken = security.flatMap((alternative) => Object.values(alternative).flat())
    const others = <S extends Scope>(scopes: readonly S[]) => scopes.filter((scope) => !taken.includes(scope))
    const forApps = security.some((alternative) => 'app' in alternative)
    const first = firsts[id]
    const forUsers = security.some((alternative) => 'user' in alternative)
    return {
      right: [
        ...(first ? [{ name: 'who has to', ...bearer(await platform.userToken(first, ...userScopes)) }] : []),
        ...(forApps ? [{ name: 'an app', ...(await app(appScopes)) }] : []),
        ...(forUsers ? [{ name: 'the founder', ...(await user('founder', userScopes)) }] : []),
        ...(forUsers ? [{ name: 'a member', ...(await user('member', userScopes)) }] : []),
      ],
      wrong: [
        { name: 'someone without a token', refused: '401 token_missing' },
        { name: 'someone with no token of ours', authorization: 'Bearer a.b.c', refused: '401 token_invalid' },
        { name: 'someone with a password', authorization: 'Basic YTpi', refused: '401 token_invalid' },
        forApps
          ? { name: 'an app without the scope', ...(await app(others(appScopes))), refused: '403 scope_missing' }
          : { name: 'an app', ...(await app(appScopes)), refused: '403 user_required' },
        forUsers
          ? {
              name: 'a founder without the scope',
              ...(await user('founder', others(userScopes))),
              refused: '403 scope_missing',
            }
          : { name: 'a founder', ...(await user('founder', userScopes)), refused: '403 app_required' },
      ],
    }
  }
}
