import type { Schemas } from '@sendoff/api'
import { tellTabs, whenTabsTell } from './tabs.ts'

/** An account to which the person can change without a password. */
export type UsableAccount = {
  account_id: string
  organization_name: string | null
  name: string
  role: Schemas['Role'] | null
}

/** The reason why nobody is signed in, as the server gives it. */
export type Ended =
  | { code: 'signed_out' | 'password_changed' }
  | { code: 'unreachable'; request_id?: string }
  | { code: 'session_ended'; accounts: UsableAccount[] }
  | { code: 'account_departed'; departure: Schemas['MyDeparture'] | null; accounts: UsableAccount[] }
  | {
      code: 'account_restricted'
      condition: Schemas['Condition']
      organization_name: string | null
      admins: Schemas['Admin'][]
      accounts: UsableAccount[]
    }

/** The state of the session in this tab. */
export type SessionState = { status: 'starting' } | { status: 'signed_in' } | { status: 'ended'; ended: Ended }

/** The failure of a call because nobody is signed in any more. */
export class SessionEnded extends Error {
  override name = 'SessionEnded'
}

type Granted = { access_token: string; expires_in: number; account_id: string; fresh: boolean }

const SESSION = '/console/session'
let state: SessionState = { status: 'starting' }
let first: Granted | undefined
let accountId: string | undefined
const listeners = new Set<() => void>()

function become(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Posts to a route of the session; the cookie goes with it, and no script can read it. */
async function post(path: string, body: object = {}): Promise<Response> {
  return fetch(`${SESSION}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/**
 * Asks for an access token; it stays in this function's callers, in memory.
 *
 * @throws {SessionEnded} if nobody is signed in; every screen gives way to the reason
 */
async function ask(): Promise<Granted> {
  const answer = await post('token')
  if (answer.status === 401) {
    const ended = (await answer.json()) as Ended
    become({ status: 'ended', ended })
    throw new SessionEnded(ended.code)
  }
  if (!answer.ok) throw new Error(`the session answered with ${answer.status}`)
  const granted = (await answer.json()) as Granted
  // Another tab changed the account: nothing may be done here in its name unseen.
  if (accountId !== undefined && accountId !== granted.account_id) location.assign('/console')
  accountId = granted.account_id
  return granted
}

/** Says that the server can't be reached; for a session that has ended, the reason is shown already. */
function unreachable(error: unknown): undefined {
  if (!(error instanceof SessionEnded)) become({ status: 'ended', ended: { code: 'unreachable' } })
}

/** The session of this tab. The refresh token is the server's; here are an access token and the account that it is for. */
export const session = {
  /** Finds out whether somebody is signed in. */
  async start(): Promise<void> {
    try {
      first = await ask()
      become({ status: 'signed_in' })
    } catch (error) {
      unreachable(error)
    }
  },

  /** The source of tokens for the SDK, which keeps each until shortly before it expires. */
  async token(refused?: string): Promise<{ value: string; expiresAt: number }> {
    const granted = first && first.access_token !== refused ? first : await ask()
    first = undefined
    return { value: granted.access_token, expiresAt: Date.now() + granted.expires_in * 1000 }
  },

  /** Asks the server again whether the account can still act; the screens give way if not. */
  async check(): Promise<void> {
    await ask().catch(unreachable)
  },

  /**
   * Changes to another account of the person, in every tab of this browser. Asks for the password where the sign-in is no longer
   * fresh.
   *
   * @param to the path of the console to open then
   */
  async changeAccount(account: string, to = '/console'): Promise<void> {
    const answer = await post('switch', { account_id: account }).catch(unreachable)
    if (!answer) return
    if (!answer.ok) return location.assign(signInAddress(to))
    tellTabs('changed')
    location.assign(to)
  },

  /** Signs out in this browser, or everywhere. */
  async signOut(everywhere = false): Promise<void> {
    const answer = await post('sign-out', { everywhere }).catch(unreachable)
    if (!answer) return
    tellTabs('changed')
    location.assign('/console')
  },

  read: () => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** The address that begins a sign-in and returns to a path of the console. */
export function signInAddress(to = location.pathname + location.search): string {
  return `${SESSION}/sign-in?${new URLSearchParams({ to })}`
}

whenTabsTell('changed', () => location.assign('/console'))
