import { usage } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Tells whether an address is this machine's, by the host that is called, which in `http://localhost:1@example.com` is another one. */
export const isLoopback = (address: string): boolean =>
  URL.canParse(address) && LOOPBACK.test(new URL(address).hostname)

/**
 * Refuses an address to which no secret may be sent: it must be `https:`, or `http:` on this machine, without a password or a query.
 *
 * @throws {Failure} exit 2; the message does not repeat the address, which may hold a password
 */
export function checkAddress(address: string, texts: Texts): void {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(address))
  if (!url || !isSafe || url.username || url.password || url.search || url.hash) {
    throw usage(texts.errors.badAddress, { flag: '--base-url' })
  }
}

/** The address of a path at a platform, which may be below a path itself. */
export const below = (baseUrl: string, path: string): URL =>
  new URL(`${baseUrl.replace(/\/$/, '').replace(/\/v1\.0$/, '')}${path}`)
