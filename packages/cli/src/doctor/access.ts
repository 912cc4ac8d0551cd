import { TokenError } from '@sendoff/sdk'
import { errorAsText } from '../errors/describe.ts'
import { EVENT_SCOPES } from '../feed/feed.ts'
import { identityOf } from '../session/identity.ts'
import type { Session } from '../session/session.ts'
import type { Texts } from '../texts/texts.ts'
import { localTime } from '../values/local-time.ts'
import { type Found, of } from './found.ts'

/** Checks the sign-in and the scopes by which events and endpoints are read. @returns also whether the caller is known */
export async function checkAccess(session: Session, texts: Texts): Promise<{ found: Found[]; signedIn: boolean }> {
  const { ok, fault } = of('sign_in')
  const t = texts.doctor
  try {
    const { kind, client_id, name, organization, from, expires_at } = await identityOf(session, texts)
    const who = kind === 'app' ? [client_id, organization] : [name]
    const until = expires_at && localTime(expires_at)
    const found = [ok(t.signedIn(who.filter(Boolean).join(', '), from, until)), await checkScopes(session, texts)]
    return { found, signedIn: true }
  } catch (error) {
    return { found: [fault(oneLine(error, texts))], signedIn: false }
  }
}

async function checkScopes(session: Session, texts: Texts): Promise<Found> {
  const { ok, note, fault } = of('scopes')
  const t = texts.doctor
  try {
    const granted: readonly string[] = await session.granted(['event:read'], EVENT_SCOPES)
    const missing = EVENT_SCOPES.filter((scope) => !granted.includes(scope))
    return missing.length === 0 ? ok(t.scopes) : note(t.scopesMissing(missing))
  } catch (error) {
    if (error instanceof TokenError && error.error === 'invalid_scope') return note(t.scopesMissing(['event:read']))
    return fault(oneLine(error, texts))
  }
}

/** An error on one line. */
export const oneLine = (error: unknown, texts: Texts): string =>
  errorAsText(error, texts)
    .replace(texts.errors.label, '')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
