/** How an app may sign the assertions by which it authenticates (RFC 7523), and proofs of possession (RFC 9449). */
export const ASYMMETRIC = ['ES256', 'EdDSA', 'Ed25519', 'PS256', 'RS256'] as const
