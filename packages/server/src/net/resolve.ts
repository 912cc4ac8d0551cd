import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isGlobal, isLoopback } from './address.ts'
import { type DestinationPolicy, DestinationRefused, isLoopbackHost } from './url.ts'

/** Finds the addresses of a name, of both families; rejects when it has none. */
export type Lookup = (hostname: string) => Promise<string[]>

/** The limit for the first answer, in milliseconds. */
const BUDGET = 3000

/**
 * The time for the other family after the first, in milliseconds: five times as much as RFC 8305 section 3 recommends, because here an
 * address of the slower family can also refuse the name.
 */
const OTHER_FAMILY = 250

/** Thrown when a name could not be resolved; `code` is the resolver's (`ENOTFOUND`, `ESERVFAIL`, …) or `ETIMEOUT`. */
export class ResolutionFailed extends Error {
  readonly code: string

  /** @param code the resolver's code */
  constructor(code: string) {
    super('The host name could not be resolved.')
    this.name = 'ResolutionFailed'
    this.code = code
  }
}

/**
 * Finds the addresses to which a webhook for this host may be sent. One address that is not public refuses them all: a name with both
 * kinds is a rebinding attempt, not a mistake to work around. In the sandbox a name may have loopback addresses instead, and no others.
 *
 * @param host a name, or an address without brackets, which is only classified
 * @param lookup the resolver; by default DNS, asked for A and AAAA, with 3 s in all for the first of them
 * @returns the addresses to dial, in order of preference, IPv4 first; at least one
 * @throws {DestinationRefused} when any of the addresses is not allowed
 * @throws {ResolutionFailed} when there is none within 3 s
 */
export async function resolveDestination(
  host: string,
  policy: DestinationPolicy,
  lookup: Lookup = (hostname) => lookUp(hostname),
): Promise<string[]> {
  const addresses = isIP(host) === 0 ? await withinBudget(lookup(host)) : [host]
  if (addresses.length === 0) throw new ResolutionFailed('ENODATA')
  if (!addresses.every(isGlobal) && !(policy.allowLoopback && addresses.every(isLoopback))) {
    throw new DestinationRefused('address_not_public')
  }
  return addresses.toSorted((a, b) => isIP(a) - isIP(b))
}

/**
 * Looks up a name in DNS, A and AAAA at the same time. When one has an address, the other has 250 ms more: some name servers drop questions
 * for AAAA. A later answer is not used, so no address is dialled that was not checked.
 *
 * `dns.lookup` would wait in the thread pool, two at a time, so that a few names with dead servers would hold up all others; it also reads
 * the hosts file and appends search domains. A new resolver follows changes of `resolv.conf`.
 *
 * @param hostname the name; `localhost` names are answered without a question (RFC 6761 section 6.3)
 * @param servers name servers in the form `address:port`, instead of the system's
 * @throws an error with the resolver's `code` when neither family has an address
 */
export async function lookUp(hostname: string, servers?: readonly string[]): Promise<string[]> {
  if (isLoopbackHost(hostname)) return ['127.0.0.1', '::1']
  const resolver = new Resolver({ timeout: 1000, tries: 3 })
  if (servers !== undefined) resolver.setServers(servers)
  // This only frees the sockets: `withinBudget` has ended the wait by then.
  const expiry = setTimeout(() => resolver.cancel(), BUDGET + 100)
  try {
    const v4 = resolver.resolve4(hostname)
    const found = await addressesOf([v4, resolver.resolve6(hostname)])
    return found.length === 0 ? await v4 : found
  } finally {
    clearTimeout(expiry)
    resolver.cancel()
  }
}

/** Waits for all addresses, at most 250 ms after the first; none if every family failed. */
async function addressesOf(families: Promise<string[]>[]): Promise<string[]> {
  const found: string[] = []
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  let patience: NodeJS.Timeout | undefined
  const add = (addresses: string[]) => {
    found.push(...addresses)
    if (addresses.length > 0) patience ??= setTimeout(resolve, OTHER_FAMILY)
  }
  void Promise.allSettled(families.map((family) => family.then(add))).then(() => resolve())
  await enough
  clearTimeout(patience)
  return [...found]
}

async function withinBudget(addresses: Promise<string[]>): Promise<string[]> {
  const { promise: expired, reject } = Promise.withResolvers<never>()
  const expiry = setTimeout(() => reject(new ResolutionFailed('ETIMEOUT')), BUDGET)
  try {
    return await Promise.race([addresses, expired])
  } catch (cause) {
    if (cause instanceof ResolutionFailed) throw cause
    throw new ResolutionFailed((cause as NodeJS.ErrnoException | null)?.code ?? 'EUNKNOWN')
  } finally {
    clearTimeout(expiry)
  }
}
