import ipaddr from 'ipaddr.js'

/** A range of addresses that a limit counts as one caller. */
export type Network = {
  /** For example `192.0.2.1`, `2001:db8::` (a /64) or `2001:db8::/48`. */
  name: string
  /** The multiple of a single network's limit that this range is allowed. */
  share: number
  /** True if the range is also counted for each target on its own. */
  perTarget: boolean
}

/** Wider ranges of IPv6: providers give a customer a /56 or a /48 (RFC 6177), so one person can call from every /64 in it. */
const WIDER_IPV6 = [
  { bits: 56, share: 2 },
  { bits: 48, share: 4 },
]

/** A /24 of IPv4 is often many customers, so it is only a ceiling for all targets together. */
const WIDER_IPV4 = { bits: 24, share: 16 }

/**
 * Lists the networks in which an address is counted, the narrowest first: an IPv4 address and its /24; for IPv6 the /64, /56 and /48.
 * An owner of one IPv6 address has the whole /64.
 */
export function networksOf(address: string | null): [Network, ...Network[]] {
  const own = { share: 1, perTarget: true }
  if (address === null || !ipaddr.isValid(address)) return [{ name: 'unknown', ...own }]
  const [withoutZone = ''] = address.split('%', 1)
  const read = ipaddr.process(withoutZone)
  if (read.kind() === 'ipv4') {
    const { bits, share } = WIDER_IPV4
    const wide = ipaddr.IPv4.networkAddressFromCIDR(`${read.toString()}/${bits}`)
    return [
      { name: read.toString(), ...own },
      { name: `${wide}/${bits}`, share, perTarget: false },
    ]
  }
  const within = (bits: number) => ipaddr.IPv6.networkAddressFromCIDR(`${read.toNormalizedString()}/${bits}`).toString()
  const wider = WIDER_IPV6.map(({ bits, share }) => ({ name: `${within(bits)}/${bits}`, share, perTarget: true }))
  return [{ name: within(64), ...own }, ...wider]
}

/** The narrowest network of an address, see {@link networksOf}. */
export const networkOf = (address: string | null): string => networksOf(address)[0].name
