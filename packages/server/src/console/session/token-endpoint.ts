import { createServer, request } from 'node:http'
import { duplexPair } from 'node:stream'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { CONSOLE_APP, consoleSecret } from '../../apps/console-app.ts'
import type { ConsoleParts } from '../parts.ts'

const tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
  scope: z.string(),
})

/** An answer of the token endpoint (RFC 6749 section 5.1). */
export type Tokens = z.output<typeof tokens>

/** The refusal of a code or of a refresh token (RFC 6749 section 5.2). */
export class GrantEnded extends Error {
  override name = 'GrantEnded'
}

/** The token endpoint could not answer now; `retryAfter` in seconds. */
export class TokenEndpointBusy extends Error {
  override name = 'TokenEndpointBusy'
  readonly retryAfter: number
  constructor(retryAfter: number) {
    super('the token endpoint is unavailable')
    this.retryAfter = retryAfter
  }
}

/** Asks for tokens as the console's app. */
export type AskTokens = (parameters: Record<string, string>) => Promise<Tokens>

/**
 * Creates the console's way to the server's own token endpoint: HTTP over a pair of streams in this process, so that it depends on no
 * address, proxy or certificate, and every check of the endpoint applies.
 *
 * @returns a function that throws {@link GrantEnded} or {@link TokenEndpointBusy}
 */
export function createTokenEndpoint({ authorizationServer, freshKeys, sealer }: ConsoleParts): AskTokens {
  const server = createServer(async (req, res) => {
    await freshKeys()
    authorizationServer().handle(req, res)
  })
  const authorization = `Basic ${btoa(`${CONSOLE_APP}:${consoleSecret(sealer)}`)}`
  return async (parameters) => {
    const { status, retryAfter, body } = await post(server, authorization, new URLSearchParams(parameters).toString())
    if (status === 200) return tokens.parse(JSON.parse(body))
    if (status === 429 || status === 503) throw new TokenEndpointBusy(retryAfter)
    const { error } = JSON.parse(body) as { error?: string }
    if (error === 'invalid_grant') throw new GrantEnded(error)
    throw new Error(`the token endpoint answered the console with ${status} ${error}`)
  }
}

type Answer = { status: number; retryAfter: number; body: string }

function post(server: ReturnType<typeof createServer>, authorization: string, form: string): Promise<Answer> {
  const [ours, theirs] = duplexPair()
  server.emit('connection', theirs)
  return new Promise((resolve, reject) => {
    const headers = {
      authorization,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(form)),
      connection: 'close',
    }
    const sent = request({ method: 'POST', path: '/oauth2/token', headers, createConnection: () => ours }, (res) => {
      text(res).then((body) => {
        ours.destroy()
        resolve({ status: res.statusCode ?? 500, retryAfter: Number(res.headers['retry-after'] ?? 1), body })
      }, reject)
    })
    sent.on('error', reject).end(form)
  })
}
