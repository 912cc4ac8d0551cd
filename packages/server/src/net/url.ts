import { isIP } from 'node:net'
import { isGlobal, isLoopback } from './address.ts'
import { type DestinationPolicy, DestinationRefused } from './refused.ts'

export { type DestinationPolicy, DestinationRefused, type RefusalReason } from './refused.ts'

const MAX_URL_LENGTH = 2048

// At least two labels, and a last label that is not a number: public resolvers have no names like `backend` and `a..b`.
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/
const LAST_LABEL = /^[a-z][a-z0-9-]*[a-z0-9]$/

// Names for private networks (RFC 6761, 6762, 7686, 8375, ICANN's `internal`, and common usage).
const PRIVATE_SUFFIXES = [
  ...['localhost', 'localdomain', 'local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan'],
  ...['home.arpa', 'in-addr.arpa', 'ip6.arpa', 'onion', 'invalid', 'metadata.goog'],
]

/**
 * Checks the text of a URL to which webhooks are to be sent; the addresses of its name are checked when connecting.
 *
 * In live mode it must be https to a public name or address on port 443, 8443 or ≥ 1024, without credentials. The sandbox also permits http
 * and https to loopback addresses and `localhost` names, on any port.
 *
 * @param url the URL as the user wrote it, at most 2,048 characters
 * @returns the URL as the WHATWG parser reads it, with addresses in canonical form
 * @throws {DestinationRefused} with the rule that was broken
 */
export function checkDestination(url: string, policy: DestinationPolicy): URL {
  const parsed = parse(url)
  const host = hostOf(parsed)
  const loopback = policy.allowLoopback && isLoopbackHost(host)
  if (parsed.protocol !== 'https:' && !(loopback && parsed.protocol === 'http:')) {
    throw new DestinationRefused('scheme_not_allowed')
  }
  // An empty user name counts, too, though the parser drops it.
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
 * The host of a URL in the form of a socket: a name, or an address without brackets.
 */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

/**
 * Tells whether a host is this machine, by its text alone (RFC 6761 section 6.3 reserves all `localhost` names for it).
 *
 * @param host a name or an address, without brackets
 */
export function isLoopbackHost(host: string): boolean {
  return isLoopback(host) || host === 'localhost' || host.endsWith('.localhost')
}

function parse(url: string): URL {
  // The WHATWG parser drops tabs and newlines, reads `\` as `/` and adds missing slashes, which no honest URL needs.
  if (url.length > MAX_URL_LENGTH || /[\s\p{Cc}\\]/u.test(url)) throw new DestinationRefused('invalid_url')
  const parsed = URL.parse(url)
  // The canonical form, which is stored and used, can be longer: `é` becomes `%C3%A9`.
  if (parsed === null || parsed.href.length > MAX_URL_LENGTH) throw new DestinationRefused('invalid_url')
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
  if (labels.length < 2 || !LAST_LABEL.test(labels.at(-1) ?? '')) return false
  if (!labels.every((one) => one.length <= 63 && LABEL.test(one))) return false
  return !PRIVATE_SUFFIXES.some((suffix) => host === suffix || host.endsWith(`.${suffix}`))
}

function isAllowedPort(port: string): boolean {
  return port === '' || port === '443' || port === '8443' || Number(port) >= 1024
}
