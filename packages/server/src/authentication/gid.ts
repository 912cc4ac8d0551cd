/**
 * What ties an app's token to the state in which it was issued: the app's generation and, where the app acts for an organisation
 * that authorised it, the authorization's grant. When either changes, the token is refused.
 */
export function gidOfApp(generation: string, grantId?: string | null): string {
  return grantId ? `${generation}.${grantId}` : generation
}

/** What ties a person's token to the state in which it was issued: the generation of the app that got it, and of the account. */
export function gidOfAccount(appGeneration: string, accountGeneration: string): string {
  return `${appGeneration}.${accountGeneration}`
}
