import ipaddr from 'ipaddr.js'

/**
 * What a limit by address counts: an IPv4 address, and of IPv6 the network of 64 bits, because whoever has one address there has
 * them all (RFC 6177).
 */
export function networkOf(address: string | null): string {
  if (address === null || !ipaddr.isValid(address)) return 'unknown'
  const read = ipaddr.process(address.replace(/%.*$/, ''))
  if (read.kind() === 'ipv4') return read.toString()
  return ipaddr.IPv6.networkAddressFromCIDR(`${read.toNormalizedString()}/64`).toString()
}
