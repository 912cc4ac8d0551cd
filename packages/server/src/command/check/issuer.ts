import { isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { Config } from '../../config.ts'
import type { Texts } from '../texts/en.ts'
import { clockFinding } from './clock.ts'
import { type Finding, findingsOf, reasonOf } from './finding.ts'
import { METADATA, type Sender, type StandIn, standIn } from './stand-in.ts'

/** The time limit of an answer, in milliseconds. */
const TIMEOUT = 10_000

type Given = Pick<Config, 'host' | 'port' | 'issuer' | 'trustedProxies'>
type Metadata = { issuer?: unknown; sendoff_check?: unknown }

/**
 * Tries the port, and the way from the issuer to this server through whatever is in between. Where the server does not run, a stand-in
 * listens for that moment.
 */
export async function checkIssuer(config: Given, texts: Texts): Promise<Finding[]> {
  const { issuer: t } = texts.check
  const { findings, stood } = await checkPort(config, texts)
  try {
    if (config.issuer === undefined) return [...findings, findingsOf('issuer').ok(t.none)]
    if (findings.some(({ status }) => status === 'wrong')) return findings
    return [...findings, ...(await tryIssuer({ ...config, issuer: config.issuer }, stood, texts))]
  } finally {
    await stood?.close()
  }
}

async function checkPort(
  config: Given,
  { check: { port: t } }: Texts,
): Promise<{ findings: Finding[]; stood?: StandIn }> {
  const of = findingsOf('port')
  const address = upstreamOf(config)
  try {
    const stood = await standIn(config)
    return { findings: [of.ok(t.free(address))], stood }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' && (await isOurs(config))) return { findings: [of.ok(t.running(address))] }
    const detail =
      code === 'EACCES' ? t.forbidden(address) : code === 'EADDRNOTAVAIL' ? t.absent(address) : t.taken(address)
    return { findings: [of.wrong(detail, t.chooseOther)] }
  }
}

/** The address to which a proxy on this machine sends requests. */
export function upstreamOf({ host, port }: Pick<Config, 'host' | 'port'>): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`
}

async function isOurs(config: Given): Promise<boolean> {
  const host = config.host === '0.0.0.0' ? '127.0.0.1' : config.host === '::' ? '::1' : config.host
  try {
    const answer = await fetch(`http://${upstreamOf({ host, port: config.port })}${METADATA}`, {
      signal: AbortSignal.timeout(TIMEOUT),
    })
    const { issuer } = (await answer.json()) as Metadata
    return typeof issuer === 'string' && (config.issuer === undefined || issuer === config.issuer)
  } catch {
    return false
  }
}

async function tryIssuer(
  config: Given & { issuer: string },
  stood: StandIn | undefined,
  texts: Texts,
): Promise<Finding[]> {
  const { issuer } = config
  const { issuer: t } = texts.check
  const of = findingsOf('issuer')
  let answer: Response
  let said: Metadata
  try {
    answer = await fetch(issuer + METADATA, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) })
    said = (await answer.json().catch(() => ({}))) as Metadata
  } catch (error) {
    const { code, message } = reasonOf(error)
    if (/CERT|SIGNATURE|SSL|TLS|ALTNAME/i.test(code)) return [of.wrong(t.certificate(issuer, message), t.renew)]
    return [of.wrong(t.unreachable(issuer, message), t.dns)]
  }
  const clock = clockOf(answer, texts)
  const to = answer.headers.get('location')
  if (answer.status >= 300 && answer.status < 400 && to)
    return [of.wrong(t.redirect(issuer, to), t.setIssuer), ...clock]
  if (!answer.ok || typeof said.issuer !== 'string') {
    return [of.wrong(t.status(issuer, answer.status), t.point(upstreamOf(config))), ...clock]
  }
  if (said.issuer !== issuer) return [of.wrong(t.other(issuer, said.issuer), t.point(upstreamOf(config))), ...clock]
  if (!stood) return [of.ok(t.fine(issuer)), ...clock]
  // Another server of the installation may have answered, where a balancer shares the requests out.
  if (said.sendoff_check !== stood.mark) return [of.ok(t.elsewhere(issuer)), ...clock]
  const sender = stood.senders.at(-1)
  return [of.ok(t.fine(issuer)), ...clock, ...(sender ? [proxyFinding(sender, config, texts)] : [])]
}

function clockOf(answer: Response, texts: Texts): Finding[] {
  const date = Date.parse(answer.headers.get('date') ?? '')
  if (Number.isNaN(date)) return []
  // The header has whole seconds.
  const finding = clockFinding(texts.check.clock.issuer, date + 500 - Date.now(), texts)
  return finding ? [finding] : []
}

function proxyFinding(
  { peer, forwardedFor }: Sender,
  { trustedProxies }: Given,
  { check: { proxy: t } }: Texts,
): Finding {
  const of = findingsOf('proxy')
  if (forwardedFor === undefined) return of.warning(t.silent(peer), t.forward)
  return isAmong(peer, trustedProxies) ? of.ok(t.trusted(peer)) : of.warning(t.untrusted(peer), t.trust(peer))
}

/** Reads networks as the settings do, so that every form that they accept is understood here. */
function isAmong(address: string, networks: readonly string[]): boolean {
  const peer = ipaddr.process(address)
  return networks.some((network) => {
    const [base, bits] = network.includes('/') ? ipaddr.parseCIDR(network) : [ipaddr.process(network), undefined]
    if (base.kind() !== peer.kind()) return false
    return peer.match(base, bits ?? (base.kind() === 'ipv4' ? 32 : 128))
  })
}
