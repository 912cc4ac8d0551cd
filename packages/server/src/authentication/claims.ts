import * as z from 'zod'

/** The schema of the claims of an access token. */
export const accessTokenClaims = z.object({
  sub: z.string(),
  client_id: z.string(),
  aud: z.string(),
  scope: z.string().default(''),
  org_id: z.string().optional(),
  account_id: z.string().optional(),
  gid: z.string(),
  grant_id: z.string().optional(),
  cnf: z.object({ jkt: z.string() }).optional(),
  jti: z.string(),
  iss: z.string(),
  iat: z.number(),
  exp: z.number(),
})

/**
 * The claims of an access token (RFC 9068). `gid` ties it to the state in which it was issued, `grant_id` to the consent from
 * which it was issued, `cnf` to a key of which each caller proves possession (RFC 9449).
 */
export type AccessTokenClaims = z.output<typeof accessTokenClaims>

/** The audience of every token for the API as a whole. */
export const apiAudience = (issuer: string) => `${issuer}/v1.0`

/** The audience of a token for one organisation (RFC 8707). */
export const organizationAudience = (issuer: string, orgId: string) => `${issuer}/v1.0/organizations/${orgId}`

/**
 * The `gid` of an app's token: the app's generation and, where the app acts for an organisation that authorised it, the
 * authorization's grant. When either changes, the token is refused.
 */
export function gidOfApp(generation: string, grantId?: string | null): string {
  return grantId ? `${generation}.${grantId}` : generation
}

/** The `gid` of a person's token: the generations of the app that got it and of the account. */
export function gidOfAccount(appGeneration: string, accountGeneration: string): string {
  return `${appGeneration}.${accountGeneration}`
}
