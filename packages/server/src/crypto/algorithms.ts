/** The algorithms for an app's assertions (RFC 7523) and for proofs of possession (RFC 9449). */
export const ASYMMETRIC = ['ES256', 'EdDSA', 'Ed25519', 'PS256', 'RS256'] as const
