import { isIP } from 'node:net'
import { below } from '../session/address.ts'
import type { Texts } from '../texts/texts.ts'
import { contractVersion } from '../trigger/samples.gen.ts'
import { localTime } from '../values/local-time.ts'
import { type Found, of } from './found.ts'

/** The longest wait for an answer, in milliseconds. */
const LIMIT = 10_000

/** The clock's difference from which on it is a fault, in milliseconds: tokens and signatures of a few minutes depend on it. */
const MOST_DIFFERENCE = 30_000

/** The days before the end of a certificate in which it is a fault. */
const SOON = 14

/** Checks the address, the certificate, the version and the clock of a platform. @returns also whether Sendoff answers there */
export async function checkPlatform(
  baseUrl: string,
  { proxied, texts }: { proxied: boolean; texts: Texts },
): Promise<{ found: Found[]; reached: boolean }> {
  const t = texts.doctor
  const address = of('address')
  const url = new URL(baseUrl)
  const found: Found[] = []
  const before = Date.now()
  const answer = await answerOf(baseUrl)
  const after = Date.now()
  if ('error' in answer) {
    const { error } = answer
    const isOfCertificate = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|SSL/.test(error)
    found.push(isOfCertificate ? of('tls').fault(t.certificate(error)) : address.fault(t.unreached(baseUrl, error)))
    return { found, reached: false }
  }
  const { issuer, date } = answer
  if (typeof issuer !== 'string') return { found: [...found, address.fault(t.other(baseUrl))], reached: false }
  const isSame = URL.canParse(issuer) && new URL(issuer).origin === url.origin
  found.push(isSame ? address.ok(t.reached(baseUrl, after - before)) : address.fault(t.otherIssuer(baseUrl, issuer)))
  found.push(await checkCertificate(url, proxied, texts), await checkVersion(baseUrl, texts))
  if (date !== null) found.push(checkClock(Date.parse(date), (before + after) / 2, texts))
  return { found, reached: true }
}

async function answerOf(baseUrl: string): Promise<{ issuer: unknown; date: string | null } | { error: string }> {
  try {
    const response = await fetch(below(baseUrl, '/.well-known/oauth-authorization-server'), {
      signal: AbortSignal.timeout(LIMIT),
    })
    const body = (await response.json().catch(() => ({}))) as { issuer?: unknown } | null
    return { issuer: body?.issuer, date: response.headers.get('date') }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return { error: cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause) }
  }
}

async function checkCertificate(url: URL, proxied: boolean, texts: Texts): Promise<Found> {
  const { ok, fault, skipped } = of('tls')
  const t = texts.doctor
  if (url.protocol === 'http:') return skipped(t.noTls)
  if (proxied) return skipped(t.tlsByProxy)
  const { connect } = await import('node:tls')
  const end = await new Promise<string | undefined>((resolve) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // A server name is never an IP address (RFC 6066).
    const name = isIP(host) === 0 && { servername: host }
    const socket = connect({ host, port: Number(url.port || 443), timeout: LIMIT, ...name }, () => {
      resolve(socket.getPeerCertificate().valid_to)
      socket.destroy()
    })
    socket.on('error', () => resolve(undefined)).on('timeout', () => socket.destroy(new Error('timeout')))
  })
  if (end === undefined) return skipped(t.noCertificate)
  const at = localTime(new Date(end).toISOString())
  return Date.parse(end) - Date.now() < SOON * 86_400_000 ? fault(t.certificateEnds(at)) : ok(t.certificateGood(at))
}

/** Compares the platform's contract with that of this command; a later minor version only adds to it. */
async function checkVersion(baseUrl: string, texts: Texts): Promise<Found> {
  const { ok, note, fault } = of('version')
  const t = texts.doctor
  try {
    const { body } = await fetch(below(baseUrl, '/openapi.yaml'), { signal: AbortSignal.timeout(LIMIT) })
    let head = ''
    const decoder = new TextDecoder()
    for await (const piece of body ?? []) {
      head += decoder.decode(piece as Uint8Array, { stream: true })
      if (head.length > 4000) break
    }
    const [, version] = /^ {2}version: "?(\d+\.\d+)/m.exec(head) ?? []
    if (version === undefined) return note(t.noVersion)
    const isSame = version.split('.')[0] === contractVersion.split('.')[0]
    return isSame ? ok(t.version(version)) : fault(t.otherVersion(version, contractVersion))
  } catch {
    return note(t.noVersion)
  }
}

/** The header has whole seconds, so half a second is added. */
function checkClock(theirs: number, ours: number, texts: Texts): Found {
  const { ok, fault } = of('clock')
  const seconds = Math.round((ours - theirs - 500) / 1000)
  return Math.abs(ours - theirs) > MOST_DIFFERENCE
    ? fault(texts.doctor.clockWrong(seconds))
    : ok(texts.doctor.clock(seconds))
}
