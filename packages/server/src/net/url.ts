import { isIP } from 'node:net'
import { isGlobal, isLoopback } from './address.ts'
import { type DestinationPolicy, DestinationRefused } from './refused.ts'

export { type DestinationPolicy, DestinationRefused, type RefusalReason } from './refused.ts'

const maxUrlLength = 2_048

// At least two labels, and a last label that is no number: `backend` and `a..b` are not names a public resolver answers.
const label = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/
const lastLabel = /^[a-z][a-z0-9-]*[a-z0-9]$/

// Names that mean something on a private network only (RFC 6761, 6762, 7686, 8375, ICANN's `internal`, and habit).
const privateSuffixes = [
  ...['localhost', 'localdomain', 'local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan'],
  ...['home.arpa', 'in-addr.arpa', 'ip6.arpa', 'onion', 'invalid', 'metadata.goog'],
]

/**
 * Check that a URL is one a webhook may be sent to, as far as its text tells; where its name leads is checked on connecting.
 *
 * Live: https to a public name or address on port 443, 8443 or ≥ 1024, without credentials. The sandbox adds http and
 * https to loopback addresses and `localhost` names, on any port.
 *
 * @param url the URL as the user wrote it, at most 2,048 characters
 * @param policy whether loopback is let in
 * @returns the URL as the WHATWG parser reads it, so with every spelling of an address made canonical
 * @throws {DestinationRefused} with the rule that was broken
 */
export function checkDestination(url: string, policy: DestinationPolicy): URL {
  const parsed = parse(url)
  const host = hostOf(parsed)
  const loopback = policy.allowLoopback && isLoopbackHost(host)
  if (parsed.protocol !== 'https:' && !(loopback && parsed.protocol === 'http:')) {
    throw new DestinationRefused('scheme_not_allowed')
  }
  // Even an empty one, which the parser drops.
  if (authorityOf(url).includes('@')) throw new DestinationRefused('credentials_in_url')
  if (loopback) return parsed
  if (isIP(host) !== 0) {
    if (!isGlobal(host)) throw new DestinationRefused('address_not_public')
  } else if (!isPublicName(host)) {
    throw new DestinationRefused('host_not_public')
  }
  if (!isAllowedPort(parsed.port)) throw new DestinationRefused('port_not_allowed')
  return parsed
}

/**
 * The host of a URL as a socket takes it: a name, or an address without brackets.
 *
 * @param url a URL with a host
 */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

/**
 * Whether a host is this machine by its text alone (RFC 6761 §6.3 gives it all `localhost` names).
 *
 * @param host a name or an address, without brackets
 */
export function isLoopbackHost(host: string): boolean {
  return isLoopback(host) || host === 'localhost' || host.endsWith('.localhost')
}

function parse(url: string): URL {
  // The WHATWG parser drops tabs and newlines, takes `\` for `/` and adds missing slashes: no honest URL needs that.
  if (url.length > maxUrlLength || /[\s\p{Cc}\\]/u.test(url)) throw new DestinationRefused('invalid_url')
  const parsed = URL.parse(url)
  // What is stored and sent to is the canonical form, which can be longer: `é` becomes `%C3%A9`.
  if (parsed === null || parsed.href.length > maxUrlLength) throw new DestinationRefused('invalid_url')
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') throw new DestinationRefused('scheme_not_allowed')
  if (!/^https?:\/\/[^/]/i.test(url)) throw new DestinationRefused('invalid_url')
  return parsed
}

function authorityOf(url: string): string {
  return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? ''
}

function isPublicName(host: string): boolean {
  if (host.length < 4 || host.length > 253) return false
  const labels = host.split('.')
  if (labels.length < 2 || !lastLabel.test(labels.at(-1) ?? '')) return false
  if (!labels.every((one) => one.length <= 63 && label.test(one))) return false
  return !privateSuffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))
}

function isAllowedPort(port: string): boolean {
  return port === '' || port === '443' || port === '8443' || Number(port) >= 1_024
}
