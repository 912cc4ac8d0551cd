import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { EXIT, Failure } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'
import { below } from './address.ts'

/** The platform's own app, with which every person signs in. It is a public client. */
export const PLATFORM_APP = 'app_sendoff'

/** An authorization code with all that redeems it (RFC 6749, section 4.1.3; RFC 7636). */
export type Code = {
  readonly grant_type: 'authorization_code'
  readonly code: string
  readonly redirect_uri: string
  readonly code_verifier: string
}

type SignIn = {
  readonly baseUrl: string
  readonly scopes: readonly string[]
  readonly language: string
  /** Called with the address that the person opens. */
  readonly open: (address: string) => void
  readonly signal: AbortSignal
  readonly texts: Texts
}

/**
 * Waits for a person to sign in with a browser, which comes back to a free port of the loopback address (RFC 8252, section 7.3).
 *
 * @throws {Failure} exit 4 when the person or the platform refuses
 * @throws the signal's reason when it is aborted
 */
export async function signIn({ baseUrl, scopes, language, open, signal, texts }: SignIn): Promise<Code> {
  const verifier = randomBytes(32).toString('base64url')
  const state = randomBytes(16).toString('base64url')
  let answer: (parameters: URLSearchParams) => void = () => undefined
  const answered = new Promise<URLSearchParams>((resolve) => {
    answer = resolve
  })
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    // Any page can send the browser here, but none knows the state.
    const isOurs = request.method === 'GET' && pathname === '/callback' && searchParams.get('state') === state
    response.writeHead(isOurs ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      connection: 'close',
    })
    const text = isOurs ? (searchParams.has('code') ? texts.login.pageDone : texts.login.pageRefused) : '404'
    response.end(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Sendoff</title><p>${text}</p></html>`,
    )
    if (isOurs) response.once('close', () => answer(searchParams))
  })
  try {
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const redirect_uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`
    const address = below(baseUrl, '/oauth2/authorize')
    address.search = String(
      new URLSearchParams({
        response_type: 'code',
        client_id: PLATFORM_APP,
        redirect_uri,
        scope: scopes.join(' '),
        state,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ui_locales: language,
      }),
    )
    open(address.href)
    const parameters = await Promise.race([answered, aborted(signal)])
    const [code, error, issuer] = ['code', 'error', 'iss'].map((name) => parameters.get(name))
    // Another server's code must not be sent to this one (RFC 9207).
    const isForeign = issuer && (!URL.canParse(issuer) || new URL(issuer).origin !== new URL(baseUrl).origin)
    if (isForeign) throw new Failure(EXIT.signIn, 'other_issuer', texts.doctor.otherIssuer(baseUrl, issuer))
    if (!code) throw new Failure(EXIT.signIn, error ?? 'sign_in_failed', texts.login.refused(error ?? '-'))
    return { grant_type: 'authorization_code', code, redirect_uri, code_verifier: verifier }
  } finally {
    server.close()
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const end = () => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })

/** Ends the refresh token of a person, and so all tokens of that sign-in (RFC 7009). @returns false when that is not certain */
export async function revoke(baseUrl: string, refreshToken: string): Promise<boolean> {
  try {
    const { ok } = await fetch(below(baseUrl, '/oauth2/revoke'), {
      method: 'POST',
      body: new URLSearchParams({ client_id: PLATFORM_APP, token: refreshToken, token_type_hint: 'refresh_token' }),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    return ok
  } catch {
    return false
  }
}
