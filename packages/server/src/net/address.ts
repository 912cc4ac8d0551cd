import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const GLOBAL_UNICAST_6 = ipaddr.IPv6.parseCIDR('2000::/3')

/** Azure's host agent answers on this address inside every virtual machine, though it looks public. */
const PLATFORM_ADDRESSES = new Set(['168.63.129.16'])

/**
 * Tells whether an address belongs to the public internet; anything else, also unknown blocks, does not.
 *
 * IPv4 must be outside the IANA special-purpose registry (RFC 6890) and multicast. IPv6 must be in `2000::/3` and outside
 * its special blocks (`2001::/23`, `2001:db8::/32`, `2002::/16`, `3fff::/20`, AS112). Addresses that carry an IPv4 address
 * inside (v4-mapped, NAT64, 6to4, Teredo) are never global, whatever they carry: public hosts are reached without them.
 *
 * @param address an address in the form of a resolver or socket; shorthand, octal, hexadecimal and zoned forms are not global
 */
export function isGlobal(address: string): boolean {
  const parsed = parse(address)
  if (parsed === null || PLATFORM_ADDRESSES.has(address)) return false
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  return parsed.match(GLOBAL_UNICAST_6) && parsed.range() === 'unicast'
}

/**
 * Tells whether an address is this machine's own: `127.0.0.0/8` (RFC 1122) or `::1` (RFC 4291).
 *
 * @param address an address in the form of a resolver or socket; `::ffff:127.0.0.1` does not count, nor does `0.0.0.0`
 */
export function isLoopback(address: string): boolean {
  return parse(address)?.range() === 'loopback'
}

/** Tells whether two texts are one address, for example `2606:4700::0:1` and `2606:4700::1`. */
export function isSameAddress(a: string, b: string): boolean {
  const [left, right] = [parse(a), parse(b)]
  return left !== null && right !== null && left.toNormalizedString() === right.toNormalizedString()
}

/** Parses an address. `ipaddr.parse` alone would accept `0x7f.1` and `010.0.0.1`; `isIP` accepts only texts that a socket dials literally. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return isIP(address) === 0 || address.includes('%') ? null : ipaddr.parse(address)
}
