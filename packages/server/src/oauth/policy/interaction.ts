import type { Scope } from '@sendoff/api'

/** A request for authorization that waits for a person (RFC 6749 section 4.1.1). */
export type Interaction = {
  uid: string
  app: {
    id: string
    name: string
    kind: 'internal' | 'third_party'
    /** Who owns the app; null for the platform's own. */
    organization: { org_id: string; name: string } | null
  }
  /** What the app asks for; it may have all of it. */
  scopes: Scope[]
  /** What is needed next; both are answered by one {@link Interactions.finishInteraction}. */
  pending: 'login' | 'consent'
  /** The only organisation for which it asks, if it named one (RFC 8707). */
  orgId: string | null
  /** Where the answer goes; a page that is to be left for it needs its origin in `form-action`. */
  redirectUri: string
  /** The email or phone that the app expects to sign in. */
  loginHint: string | null
}
