/**
 * Names the cookies of the authorization server. Over https the prefix (RFC 6265bis section 4.1.3) has browsers refuse one of this
 * name that was not set over https. The session's path is `/`; those of a sign-in are for its own paths.
 *
 * @param issuer where the server is reached
 */
export function providerCookies(issuer: string): { session: string; interaction: string; resume: string } {
  const isSecure = issuer.startsWith('https:')
  return {
    session: `${isSecure ? '__Host-' : ''}_session`,
    interaction: `${isSecure ? '__Secure-' : ''}_interaction`,
    resume: `${isSecure ? '__Secure-' : ''}_interaction_resume`,
  }
}
