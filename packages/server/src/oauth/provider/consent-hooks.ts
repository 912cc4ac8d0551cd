import { type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import type { Store } from '../../store/store.ts'
import { type Consent, findConsent } from '../policy/consent.ts'

/** The path at which a person answers a request for authorization. */
export const interactionPath = (uid: string) => `/sign-in/${uid}`

/** The part of the library's configuration that is about a person's sign-in and consent. */
export function consentConfiguration(store: Store): Configuration {
  return {
    interactions: { policy: askEveryTime(), url: (_ctx, { uid }) => interactionPath(uid) },
    // An earlier grant in the same browser could be another organisation's.
    loadExistingGrant: async (ctx) => {
      const grantId = ctx.oidc.result?.consent?.grantId
      return grantId ? ctx.oidc.provider.Grant.find(grantId) : undefined
    },
    expiresWithSession: async () => false,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    findAccount: async (ctx, subject) => {
      const consent = await findConsent(store.db, ctx.oidc.client?.clientId ?? '', subject)
      return consent && { accountId: subject, claims: async () => ({ sub: subject }), consent }
    },
  }
}

/** The consent behind the code or refresh token that is being exchanged. */
export function consentOf(ctx: KoaContextWithOIDC): Consent | undefined {
  return ctx.oidc.entities.Account?.consent as Consent | undefined
}

/** Each request for authorization asks who is there and for which account: a person can have several. */
function askEveryTime() {
  const policy = interactionPolicy.base()
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('account_needed', 'the account must be chosen', (ctx) => !ctx.oidc.result?.login),
    )
  return policy
}
