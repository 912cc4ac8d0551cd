import type { TokenStore, UserTokens } from '@sendoff/sdk'
import * as oauth from 'openid-client'
import { baseUrl, clientId, scopes } from './platform.ts'

/** The page that the person comes back to, which the app's `redirect_uris` contain. */
const redirect_uri = `${location.origin}/`

/**
 * Keeps the person's tokens for this tab, also when the page is loaded again. A refresh token is used once, so the tab refreshes under a
 * lock: two calls at the same time share one refresh.
 */
export const session: TokenStore & { end(): void } = {
  get() {
    const kept = sessionStorage.getItem('tokens')
    if (kept === null) throw new Error('Nobody is signed in.')
    return JSON.parse(kept) as UserTokens
  },
  set(tokens) {
    sessionStorage.setItem('tokens', JSON.stringify(tokens))
  },
  end() {
    sessionStorage.removeItem('tokens')
  },
}

export const isSignedIn = (): boolean => sessionStorage.getItem('tokens') !== null

/** Reads the metadata of the authorization server, which every page may read. */
const server = () =>
  oauth.discovery(new URL(baseUrl), clientId, undefined, oauth.None(), {
    algorithm: 'oauth2',
    // The sandbox has no https.
    execute: baseUrl.startsWith('http:') ? [oauth.allowInsecureRequests] : [],
  })

/** Leads the person to the sign-in of Sendoff (authorization code with PKCE, RFC 7636). */
export async function signIn(): Promise<void> {
  const [state, verifier] = [oauth.randomState(), oauth.randomPKCECodeVerifier()]
  sessionStorage.setItem('begun', JSON.stringify({ state, verifier }))
  const code_challenge = await oauth.calculatePKCECodeChallenge(verifier)
  const asked = { redirect_uri, scope: scopes.join(' '), state, code_challenge, code_challenge_method: 'S256' }
  location.assign(oauth.buildAuthorizationUrl(await server(), asked))
}

/** Redeems the code with which the person comes back, and removes it from the address. Does nothing for any other address. */
export async function completeSignIn(): Promise<void> {
  const here = new URL(location.href)
  const begun = sessionStorage.getItem('begun')
  if (begun === null || !here.searchParams.has('state')) return
  sessionStorage.removeItem('begun')
  history.replaceState(null, '', redirect_uri)
  const { state, verifier } = JSON.parse(begun)
  const checks = { expectedState: state, pkceCodeVerifier: verifier }
  const tokens = await oauth.authorizationCodeGrant(await server(), here, checks)
  session.set({
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token ?? '',
    expiresAt: Date.now() + (tokens.expires_in ?? 0) * 1000,
  })
}

/** Ends the tokens at Sendoff (RFC 7009), and forgets them. */
export async function signOut(): Promise<void> {
  const { refreshToken } = await session.get()
  session.end()
  await oauth.tokenRevocation(await server(), refreshToken)
}
