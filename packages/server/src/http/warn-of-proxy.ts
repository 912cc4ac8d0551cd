import type { Logger } from 'pino'
import type { Preparation } from './prepare.ts'

/** The number of requests that are judged together. */
const GROUP = 20
/** The share of a group that comes from one peer, and the share of those that name another caller. */
const [MOSTLY, OFTEN] = [0.9, 0.5]

/**
 * Warns once if nearly all requests come from one peer that forwards those of others but is not trusted to name their callers: limits by
 * network then count all callers as one, and anyone can use them up for all. Health checks do not count.
 *
 * @param isTrusted true for a peer in `SENDOFF_TRUSTED_PROXIES`
 */
export function warnOfProxy(logger: Logger, isTrusted: (address: string) => boolean): Preparation {
  let warned = false
  let group = { all: 0, fromPeer: 0, forwarded: 0, peer: '' }

  return (req) => {
    const address = req.socket.remoteAddress ?? ''
    const isProbe = req.path === '/healthz' || req.path === '/readyz' || req.path === '/metrics'
    if (!warned && !isProbe && !isTrusted(address)) look(address, isForwarded(req.headers))
  }

  function look(address: string, forwarded: boolean): void {
    group.all++
    if (forwarded && group.peer === '') group.peer = address
    if (address === group.peer) {
      group.fromPeer++
      if (forwarded) group.forwarded++
    }
    if (group.all < GROUP) return
    const { fromPeer, forwarded: named, peer } = group
    group = { all: 0, fromPeer: 0, forwarded: 0, peer: '' }
    if (fromPeer < GROUP * MOSTLY || named < fromPeer * OFTEN) return
    warned = true
    logger.warn(
      { peer },
      'nearly all requests come from one proxy that SENDOFF_TRUSTED_PROXIES does not name: limits by network count all its callers as one',
    )
  }
}

const isForwarded = (headers: Record<string, unknown>) =>
  headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
