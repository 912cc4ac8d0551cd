import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isCode } from './forms.ts'

/** The usable secrets that the servers of this process issued or received, by their kind, newest last. */
export const issued = new Map<string, string>()

/** As many are remembered as one test may issue; a load has more, of which the last stand for all. */
const MOST = 4000
/** Larger bodies are lists, which hold none. */
const LARGEST = 256 * 1024
const SHORTEST = 10

const IN_ANSWERS = new Set(['access_token', 'refresh_token', 'client_secret', 'secret', 'password', 'request_uri'])
const IN_REQUESTS = new Set([...IN_ANSWERS, 'new_password', 'code_verifier', 'client_assertion', 'code'])
IN_REQUESTS.add('authorization')

/** Remembers a value that anyone who has it could use. */
export function remember(what: string, secret: string): void {
  // A JWT is worthless without its signature, and its other parts are not secret.
  const worth = /^eyJ[\w-]+\.[\w-]+\.([\w-]+)$/.exec(secret)?.[1] ?? secret.split(':').at(-1) ?? ''
  if (worth.length < SHORTEST && !isCode(worth)) return
  issued.delete(worth)
  issued.set(worth, what)
  const [oldest] = issued.keys()
  if (issued.size > MOST && oldest !== undefined) issued.delete(oldest)
}

type Exchange = { request: IncomingMessage; response: ServerResponse }

/** Reads every exchange of a server in this process from outside the server, on Node's diagnostics channel. */
subscribe('http.server.request.start', (message) => {
  const { request, response } = message as Exchange
  const [taken, given] = [textOf(request, 'push'), textOf(response, 'write')]
  const end = response.end.bind(response) as (...values: unknown[]) => ServerResponse
  response.end = (...values: unknown[]) => {
    given.add(values[0])
    if (response.statusCode < 400) learnFrom({ request, response }, taken.text(), given.text())
    return end(...values)
  }
})

/** Keeps what passes through a method. */
function textOf(stream: IncomingMessage | ServerResponse, method: 'push' | 'write') {
  const chunks: Buffer[] = []
  let size = 0
  const add = (chunk: unknown) => {
    if (typeof chunk !== 'string' && !Buffer.isBuffer(chunk)) return
    size += chunk.length
    if (size <= LARGEST) chunks.push(Buffer.from(chunk as string))
  }
  const passOn = (stream as any)[method].bind(stream)
  Object.assign(stream, {
    [method](...values: unknown[]) {
      add(values[0])
      return passOn(...values)
    },
  })
  return { add, text: () => (size <= LARGEST ? Buffer.concat(chunks).toString() : '') }
}

function learnFrom({ request, response }: Exchange, taken: string, given: string): void {
  const { headers, url = '' } = request
  const [, bearer] = /^(?:Bearer|DPoP) (.+)$/i.exec(headers.authorization ?? '') ?? []
  if (bearer) remember('token', bearer)
  const [, basic] = /^Basic (.+)$/i.exec(headers.authorization ?? '') ?? []
  if (basic) remember('client secret', Buffer.from(basic, 'base64').toString())
  const codes = url.startsWith('/v1.0/sandbox/verification-codes') ? ['code'] : []
  eachIn(parse(given), new Set([...IN_ANSWERS, ...codes]))
  const form = headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  eachIn(form ? Object.fromEntries(new URLSearchParams(taken)) : parse(taken), IN_REQUESTS)
  const to = String(response.getHeader('location') ?? '')
  if (URL.canParse(to)) remember('code', new URL(to).searchParams.get('code') ?? '')
  for (const cookie of [response.getHeader('set-cookie') ?? []].flat().map(String)) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    // The id of a sign-in is in its address; only its signature is secret.
    if (/sendoff_(sign_in|device)$/.test(name) || name.endsWith('.sig')) remember(`cookie ${name}`, value)
  }
}

function parse(text: string): unknown {
  if (!text.startsWith('{')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function eachIn(value: unknown, names: ReadonlySet<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, one] of Object.entries(value)) {
    if (typeof one === 'string' && names.has(name.toLowerCase())) remember(name, one)
    else eachIn(one, names)
  }
}
