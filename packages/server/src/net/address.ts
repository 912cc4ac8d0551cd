import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const globalUnicast6 = ipaddr.IPv6.parseCIDR('2000::/3')

// Azure's host agent answers on this one from inside every virtual machine, though the address looks public.
const platformAddresses = new Set(['168.63.129.16'])

/**
 * Whether an address belongs to the public internet; whatever is not known to is refused.
 *
 * IPv4 must be outside the IANA special-purpose registry (RFC 6890) and multicast. IPv6 must be in `2000::/3` and outside
 * its special blocks (`2001::/23`, `2001:db8::/32`, `2002::/16`, `3fff::/20`, AS112). Addresses that carry an IPv4 address
 * inside (v4-mapped, NAT64, 6to4, Teredo) are never global, whatever they carry: none is needed to reach a public host.
 *
 * @param address an address as a resolver or socket spells it; shorthand, octal, hexadecimal and zoned forms are not global
 */
export function isGlobal(address: string): boolean {
  const parsed = parse(address)
  if (parsed === null || platformAddresses.has(address)) return false
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  return parsed.match(globalUnicast6) && parsed.range() === 'unicast'
}

/**
 * Whether an address is this machine's own: `127.0.0.0/8` (RFC 1122) or `::1` (RFC 4291).
 *
 * @param address an address as a resolver or socket spells it; `::ffff:127.0.0.1` does not count, nor does `0.0.0.0`
 */
export function isLoopback(address: string): boolean {
  return parse(address)?.range() === 'loopback'
}

/**
 * Whether two spellings are one address (`2606:4700::0:1` and `2606:4700::1` are).
 *
 * @param a one address
 * @param b the other
 */
export function isSameAddress(a: string, b: string): boolean {
  const [left, right] = [parse(a), parse(b)]
  return left !== null && right !== null && left.toNormalizedString() === right.toNormalizedString()
}

// `ipaddr.parse` alone would read `0x7f.1` and `010.0.0.1`; `isIP` takes only what a socket would dial as written.
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return isIP(address) === 0 || address.includes('%') ? null : ipaddr.parse(address)
}
