import { isIP, connect as netConnect, type Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { isLoopback, isSameAddress } from '../../net/address.ts'
import { type Lookup, resolveDestination } from '../../net/resolve.ts'
import { type DestinationPolicy, DestinationRefused } from '../../net/url.ts'
import { ConnectFailed, opened, unlessAborted } from './opened.ts'

/** The options of all connections. */
export type ConnectOptions = {
  policy: DestinationPolicy
  /** The resolver; by default DNS. */
  lookup?: Lookup | undefined
  /** The limit for TCP and TLS together, over all addresses that are tried. */
  connectTimeoutMs: number
  /** Certificates to trust instead of the runtime's, in PEM. */
  ca?: string | undefined
  /** Opens the TCP connection; tests replace it to reach another address. */
  dial?: ((address: string, port: number) => Socket) | undefined
}

/** The destination of a connection. */
export type ConnectTarget = {
  protocol: string
  /** A name, or an address without brackets. */
  hostname: string
  port: number
}

/** The attempt that a connection is made for: `signal` ends it, and `timings` are filled in, in milliseconds. */
export type ConnectWatch = {
  signal: AbortSignal
  timings: { dnsMs: number | null; connectMs: number | null; tlsMs: number | null }
}

/** The number of addresses tried: a second one helps when the first is dead; more would only divide the time further. */
const ADDRESSES_TRIED = 2

/**
 * Opens a connection to a destination that is checked on the way: the host is classified or resolved, a permitted address is dialled,
 * and nothing is sent, not even a TLS greeting, unless the socket is connected to that address.
 *
 * The name is resolved once and only its addresses are dialled, so DNS rebinding has no effect. TLS is 1.2 or later and always verified,
 * for the name and not the address; only HTTP/1.1 is offered.
 *
 * @param target the scheme, host and port
 * @param options the policy, the resolver and the time limit in milliseconds
 * @param watch the attempt: its signal ends the connection, its timings are written
 * @returns a socket ready to be written to
 * @throws {DestinationRefused} when the destination is not allowed, or the socket is connected to another address
 * @throws {ResolutionFailed} when the name has no address
 * @throws {ConnectFailed} when no address could be connected to in time
 */
export async function connectVetted(
  target: ConnectTarget,
  options: ConnectOptions,
  watch: ConnectWatch,
): Promise<Socket> {
  const begun = performance.now()
  const resolved = resolveDestination(target.hostname, options.policy, options.lookup)
  const addresses = (await unlessAborted(resolved, watch.signal)).slice(0, ADDRESSES_TRIED)
  if (target.protocol === 'http:' && !addresses.every(isLoopback)) throw new DestinationRefused('scheme_not_allowed')
  // Written after the checks: the time in which a refused name was resolved could reveal something of our network.
  if (isIP(target.hostname) === 0) watch.timings.dnsMs = performance.now() - begun

  let failure: unknown
  for (const address of addresses) {
    const deadline = performance.now() + options.connectTimeoutMs / addresses.length
    try {
      return await connectTo(address, target, options, watch, deadline)
    } catch (cause) {
      failure = cause
      if (watch.signal.aborted || !(cause instanceof ConnectFailed)) break
    }
  }
  throw failure
}

async function connectTo(
  address: string,
  target: ConnectTarget,
  options: ConnectOptions,
  watch: ConnectWatch,
  deadline: number,
): Promise<Socket> {
  const begun = performance.now()
  const socket = (options.dial ?? dial)(address, target.port)
  await opened(socket, 'connect', watch.signal, deadline)
  watch.timings.connectMs = performance.now() - begun
  if (!isSameAddress(socket.remoteAddress ?? '', address)) {
    socket.destroy()
    throw new DestinationRefused('address_not_public')
  }
  if (target.protocol === 'http:') return socket

  const secured = tlsConnect({
    socket,
    host: target.hostname,
    ...(isIP(target.hostname) === 0 ? { servername: target.hostname } : {}),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    ALPNProtocols: ['http/1.1'],
    minVersion: 'TLSv1.2',
    // Explicit, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment has no effect.
    rejectUnauthorized: true,
  })
  await opened(secured, 'secureConnect', watch.signal, deadline)
  watch.timings.tlsMs = performance.now() - begun - watch.timings.connectMs
  return secured
}

function dial(address: string, port: number): Socket {
  return netConnect({ host: address, port, noDelay: true, keepAlive: true, autoSelectFamily: false })
}
