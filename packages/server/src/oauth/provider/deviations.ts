import type Provider from 'oidc-provider'
import { useOnce } from '../../authentication/use-once.ts'
import { explainAssertions } from './assertion-errors.ts'
import { refuseLongState, refuseOtherResponseModes } from './authorization-requests.ts'
import { compareSecret } from './client.ts'
import type { AuthorizationServerParts } from './configuration.ts'
import { answerOutages, logFailures, neverThrow, shortenErrors } from './errors.ts'
import { answerForJwts } from './jwt-endpoints.ts'
import { limitAuthorizationRequests } from './limits.ts'
import { publishOnlyOwnMetadata } from './metadata.ts'
import { keepRedirectUris } from './redirects.ts'
import { refreshTokenIds } from './refresh-token.ts'

/** A difference from the library as it is delivered. */
export type Deviation = {
  /** The behaviour of this server. */
  here: string
  because: string
  /** The file of the test that shows it. */
  shownBy: string
} & (
  | {
      /** Patches the provider or adds a middleware. Middlewares see a request in the order of the list, and its answer in reverse. */
      apply(provider: Provider, parts: AuthorizationServerParts): void
      in?: never
    }
  | {
      /** The file beside this one that has it: an option with a value that is not the default, or a promise that an adapter need not keep. */
      in: string
      apply?: never
    }
)

/**
 * Every difference from the library, with its reason and its test. Whoever updates the library reads this list: patches rely on
 * names that it does not promise to keep.
 *
 * @see docs/decisions/tokens.md
 */
export const deviations: readonly Deviation[] = [
  // Patches.
  {
    here: 'a presented secret is compared with the hashes of all live secrets of the app',
    because: 'secrets are stored as hashes, several during a rotation; the library compares with one in plain text',
    shownBy: 'test/security/client-authentication.test.ts',
    apply(provider) {
      provider.Client.prototype.compareClientSecret = compareSecret
    },
  },
  {
    here: 'an assertion or proof is used up by one insert, on all servers',
    because: 'the library looks first and writes then, so that two requests at once would both pass',
    shownBy: 'test/tokens/two-servers.test.ts',
    apply(provider, { store }) {
      provider.ReplayDetection.unique = (client, jti, exp) => useOnce(store, client, jti, exp)
    },
  },
  {
    here: 'a refresh token is derived from the one that it replaces',
    because: 'a client that lost the answer gets the same successor again, and a family never branches',
    shownBy: 'test/tokens/refresh-tokens.test.ts',
    apply: (provider, { sealer }) =>
      Object.assign(provider.RefreshToken.prototype, { generateTokenId: refreshTokenIds(sealer) }),
  },
  {
    here: 'no session is left in the browser',
    because: 'each request for authorization asks who is there, and a shared browser remembers nobody',
    shownBy: 'test/security/authorization.test.ts',
    apply: (provider) =>
      provider.on('authorization.success', (ctx) => {
        Object.assign(ctx.oidc.session ?? {}, { destroyed: true })
      }),
  },
  // Middlewares, outermost first.
  {
    here: 'a failure outside of the library’s own handling is answered with the request id and logged',
    because: 'Koa would answer it as text, and write stacks to standard error',
    shownBy: 'test/http/last-resort.test.ts',
    apply: (provider, { logger }) => provider.use(neverThrow(logger)),
  },
  {
    here: 'the refusal of an assertion has its reason, which is logged as well',
    because: 'the library keeps it to itself, and a clock that is ahead can’t be found',
    shownBy: 'test/tokens/client-authentication.test.ts',
    apply: (provider, { logger }) => provider.use(explainAssertions(provider, logger)),
  },
  {
    here: 'errors are short',
    because: 'the library repeats the request in them, which may be long',
    shownBy: 'test/sign-in/long-texts.test.ts',
    apply: (provider) => provider.use(shortenErrors),
  },
  {
    here: 'an outage of the store is answered with 503 and Retry-After',
    because: 'the library answers every failure of an adapter with 500',
    shownBy: 'test/sign-in/outage.test.ts',
    apply(provider, { logger }) {
      logFailures(provider, logger)
      provider.use(answerOutages)
    },
  },
  {
    here: '`query` is the only response mode, for refusals as well',
    because: 'the library answers a refusal in the mode of the request; `form_post` is a page with a script',
    shownBy: 'test/security/authorization.test.ts',
    apply: (provider) => provider.use(refuseOtherResponseModes),
  },
  {
    here: 'an answer goes to the redirect URI exactly as it was registered',
    because: 'the library parses and serialises its query, and `?flag` becomes `?flag=`',
    shownBy: 'test/http/cross-origin.test.ts',
    apply: (provider) => provider.use(keepRedirectUris),
  },
  {
    here: '`state` has 2,000 characters at most',
    because: 'the answer repeats it, in an address that browsers and servers must take',
    shownBy: 'test/sign-in/long-texts.test.ts',
    apply: (provider, { errorPage }) => provider.use(refuseLongState(errorPage)),
  },
  {
    here: 'failed authentications and tokens of clients are limited',
    because: 'the library limits nothing',
    shownBy: 'test/limits/token-endpoint.test.ts',
    apply: (provider, { limits }) => provider.use(limits),
  },
  {
    here: 'stored requests for authorization are limited',
    because: 'anybody can make them, because an app’s id is public',
    shownBy: 'test/limits/authorization-requests.test.ts',
    apply: (provider, { store, errorPage }) => provider.use(limitAuthorizationRequests(store, errorPage)),
  },
  {
    here: 'the metadata name offered features only',
    because: 'the library names endpoints and claims of OpenID Connect whether they are on or off',
    shownBy: 'test/tokens/standard-clients.test.ts',
    apply: (provider) => provider.use(publishOnlyOwnMetadata),
  },
  {
    here: 'access tokens can be revoked and introspected, and a revocation is answered with `{}`',
    because:
      'the library does neither for JWTs, and answers a revocation with an empty body, which some clients refuse',
    shownBy: 'test/tokens/revocation.test.ts',
    apply: (provider, { store, verify }) => provider.use(answerForJwts(store, verify)),
  },
  // Options and hooks.
  {
    here: 'access tokens are signed at once, on the main thread',
    because: 'by Web Crypto, as the library signs, one takes three times as much CPU',
    shownBy: 'test/keys/rotation.test.ts',
    in: 'signing-key.ts',
  },
  {
    here: 'host and protocol of a request are those of the base URL',
    because: 'the library builds URLs and the audience of assertions from headers that a caller writes',
    shownBy: 'test/security/headers.test.ts',
    in: 'authorization-server.ts',
  },
  {
    here: 'an unknown method or a query of more than 100 parameters is refused before the library reads it',
    because: 'decoding thousands of badly encoded parameters takes a fifth of a second',
    shownBy: 'test/http/cost/cost.test.ts',
    in: 'endpoints.ts',
  },
  {
    here: 'an assertion names the issuer as its audience and lives five minutes at most',
    because: 'by default endpoints are audiences too, and a stolen assertion lives as long as its maker wrote',
    shownBy: 'test/security/client-authentication.test.ts',
    in: 'client.ts',
  },
  {
    here: 'a grant is that of this consent and no other',
    because: 'by default the grant of the same browser is found again, which could be another organisation’s',
    shownBy: 'test/security/authorization.test.ts',
    in: 'consent-hooks.ts',
  },
  {
    here: 'a scope that the app may not have is refused, and so is a second resource',
    because: 'the library leaves scopes out silently, and takes the first of several resources',
    shownBy: 'test/security/scope-and-parameters.test.ts',
    in: 'token-hooks.ts',
  },
  {
    here: 'the subject of a token is the account or the app',
    because: 'the library would name the consent, which is its account',
    shownBy: 'test/tokens/authorization-code.test.ts',
    in: 'token-hooks.ts',
  },
  {
    here: 'a code, a pushed request or a refresh token is used up by one conditional update; a second use ends the family',
    because: 'the library asks an adapter to mark them, and does not see that another request was first',
    shownBy: 'test/security/codes-and-refresh-tokens.test.ts',
    in: 'adapter.ts',
  },
]
