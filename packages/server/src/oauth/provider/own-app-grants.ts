import type Provider from 'oidc-provider'
import type { Origin } from '../../actor.ts'
import { apiAudience } from '../../authentication/claims.ts'
import type { Clock } from '../../clock.ts'
import type { Store } from '../../store/store.ts'
import { keepConsent } from '../consents.ts'
import { acceptConsent, type GivenConsent } from '../policy/answer.ts'
import type { Asked } from '../policy/choices.ts'

/** The grants of the platform's own apps without a page, for a person who proved before who they are. */
export interface OwnAppGrants {
  /**
   * Gives one of the platform's own apps a refresh token of a person's account.
   *
   * @throws {InteractionRefused} `account_not_allowed` or `scope_not_allowed`, and nothing is issued
   */
  grantToOwnApp(asked: Asked, given: GivenConsent, origin: Origin): Promise<{ refreshToken: string; grantId: string }>
}

type Parts = { provider: Provider; issuer: string; store: Store; clock: Clock }

/** Creates the grants of a provider. */
export function createOwnAppGrants({ provider, issuer, store, clock }: Parts): OwnAppGrants {
  return {
    async grantToOwnApp(asked, given, origin) {
      const client = await provider.Client.find(asked.app.id)
      if (!client || asked.app.organization !== null) throw new Error(`${asked.app.id} is not the platform’s own app`)
      const subject = await acceptConsent({ store, clock }, asked, given, origin)
      const [resource, scope] = [apiAudience(issuer), given.scopes.join(' ')]
      const grant = new provider.Grant({ accountId: subject, clientId: client.clientId })
      grant.addResourceScope(resource, scope)
      const grantId = await grant.save()
      await keepConsent(store, { subject, appId: client.clientId, scopes: given.scopes, grantId })
      const token = new provider.RefreshToken({
        accountId: subject,
        client,
        expiresWithSession: false,
        grantId,
        gty: 'authorization_code',
        resource,
        rotations: 0,
        scope,
      })
      return { refreshToken: await token.save(), grantId }
    },
  }
}
