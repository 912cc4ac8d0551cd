import type { Scope } from '@sendoff/api'

/** A request for authorization that waits for a person's answer (RFC 6749 section 4.1.1). */
export type Interaction = {
  uid: string
  app: {
    id: string
    name: string
    kind: 'internal' | 'third_party'
    /** The owner of the app; null for the platform's own. */
    organization: { org_id: string; name: string } | null
  }
  /** The scopes that the app asks for; it may have all of them. */
  scopes: Scope[]
  /** The only organisation for which it asks, if it named one (RFC 8707); otherwise null. */
  orgId: string | null
  /** The address that gets the answer; the page that leads there needs its origin in `form-action`. */
  redirectUri: string
  /** The email or phone that the app expects to sign in. */
  loginHint: string | null
}
