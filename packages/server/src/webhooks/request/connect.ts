import { isIP, connect as netConnect, type Socket } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { isLoopback, isSameAddress } from '../../net/address.ts'
import { type Lookup, resolveDestination } from '../../net/resolve.ts'
import { type DestinationPolicy, DestinationRefused } from '../../net/url.ts'
import { ConnectFailed, opened, unlessAborted } from './opened.ts'

/** How connections are made. */
export interface ConnectOptions {
  readonly policy: DestinationPolicy
  /** The resolver; by default DNS. */
  readonly lookup?: Lookup | undefined
  /** For TCP and TLS together, over all addresses tried. */
  readonly connectTimeoutMs: number
  /** Certificates to trust instead of the runtime's, PEM. */
  readonly ca?: string | undefined
  /** Opens the TCP connection; the tests replace it by one that goes astray. */
  readonly dial?: ((address: string, port: number) => Socket) | undefined
}

/** What is to be connected to. */
export interface ConnectTarget {
  readonly protocol: string
  /** A name, or an address without brackets. */
  readonly hostname: string
  readonly port: number
}

/** Who asked for the connection: it is given up when `signal` aborts, and `timings` are filled in, in ms. */
export interface ConnectWatch {
  readonly signal: AbortSignal
  readonly timings: { dnsMs: number | null; connectMs: number | null; tlsMs: number | null }
}

// A second address saves an endpoint whose first is dead; more would only divide the time further.
const addressesTried = 2

/**
 * Open a connection to a destination, checked on the way: the host is classified or resolved, an address it was vetted for is
 * dialled, and nothing is sent, not even a TLS greeting, unless that is where the socket ended up.
 *
 * The name is resolved once and only its addresses are dialled, so an answer that changes in between (DNS rebinding) has no
 * effect. TLS is 1.2 or later, always verified, for the name and not the address; HTTP/1.1 alone is offered.
 *
 * @param target the scheme, host and port
 * @param options the policy, the resolver and the time limit in milliseconds
 * @param watch who waits: its signal ends the attempt, its timings are written
 * @returns a socket ready to be written to
 * @throws {DestinationRefused} when the destination, or where the socket ended up, is not allowed
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
  const addresses = (await unlessAborted(resolved, watch.signal)).slice(0, addressesTried)
  if (target.protocol === 'http:' && !addresses.every(isLoopback)) throw new DestinationRefused('scheme_not_allowed')
  // Only now: how long a refused name took to resolve may tell of the network it was resolved in.
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
    // Said here so that NODE_TLS_REJECT_UNAUTHORIZED=0 in someone's environment cannot unsay it.
    rejectUnauthorized: true,
  })
  await opened(secured, 'secureConnect', watch.signal, deadline)
  watch.timings.tlsMs = performance.now() - begun - watch.timings.connectMs
  return secured
}

function dial(address: string, port: number): Socket {
  return netConnect({ host: address, port, noDelay: true, keepAlive: true, autoSelectFamily: false })
}
