import { SendoffError, TokenError } from '@sendoff/sdk'
import { EXIT, Failure } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'
import type { Session } from './session.ts'

/** The caller of a session. */
export type Identity = {
  base_url: string
  from: string
  kind: 'app' | 'person'
  client_id: string | null
  account_id: string | null
  name: string | null
  role: string | null
  org_id: string | null
  organization: string | null
  expires_at: string | null
}

/**
 * Asks the platform for the caller.
 *
 * @throws {Failure} exit 4 without credentials
 */
export async function identityOf(session: Session, texts: Texts): Promise<Identity> {
  const { baseUrl: base_url, credentials } = session
  const { kind, from } = credentials
  if (kind === 'nobody') throw new Failure(EXIT.signIn, 'not_signed_in', texts.errors.notSignedIn)
  const claims = kind === 'token' ? claimsOf(credentials.token) : {}
  const nobody = { account_id: null, name: null, role: null, org_id: null, organization: null }
  const client_id = kind === 'token' ? (claims.client_id ?? null) : credentials.clientId
  const expires_at = claims.exp === undefined ? null : new Date(claims.exp * 1000).toISOString()
  const isPerson = kind === 'person' || (kind === 'token' && claims.scope?.includes('account:read') === true)
  const common = { base_url, from, client_id, ...nobody, expires_at }
  if (isPerson) {
    const { me } = session.client(['account:read'])
    const { account_id, name, role, org_id } = await me.get()
    let organization: string | null = null
    if (org_id) {
      for await (const one of me.listAccounts({ limit: 200 })) {
        if (one.account_id === account_id) organization = one.organization_name
      }
    }
    // A sign-in that is kept ends with the consent; a token by itself is over sooner.
    const until = kind === 'person' ? await endOfConsent(session, account_id, client_id) : expires_at
    return { ...common, kind: 'person', account_id, name, role, org_id, organization, expires_at: until }
  }
  try {
    const { org_id, name } = await session.client(['org:read']).organization.get()
    return { ...common, kind: 'app', org_id, organization: name }
  } catch (error) {
    // The credentials were accepted, and only don't let it see its organisation.
    const isNarrow = error instanceof TokenError && error.error === 'invalid_scope'
    const isMissing =
      error instanceof SendoffError && (error.code === 'scope_missing' || error.code === 'org_not_authorized')
    if (!isNarrow && !isMissing) throw error
    return { ...common, kind: 'app' }
  }
}

async function endOfConsent(session: Session, accountId: string, clientId: string | null): Promise<string | null> {
  let end: string | null = null
  for await (const { account_id, app_id, expires_at } of session
    .client(['account:read'])
    .me.listConsents({ limit: 200 })) {
    if (account_id === accountId && app_id === clientId && (end === null || expires_at > end)) end = expires_at
  }
  return end
}

/** Reads the claims of a token (RFC 9068), to show them; the platform verifies it. */
export function claimsOf(token: string): { client_id?: string; scope?: string; exp?: number } {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  } catch {
    return {}
  }
}
