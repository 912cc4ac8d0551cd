/**
 * What ties an app's token to the state in which it was issued: the app's generation and, where the app acts for an organisation
 * that authorised it, the authorization's grant. When either changes, the token is refused.
 */
export function gidOfApp(generation: string, grantId?: string | null): string {
  return grantId ? `${generation}.${grantId}` : generation
}
