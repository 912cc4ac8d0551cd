import type { Request } from 'express'

const NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Headers that a proxy, a tunnel or a content delivery network adds to a forwarded request. */
const FORWARDED =
  /^(?:(?:forwarded|via|x-forwarded|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cdn-loop)$|(?:x-forwarded|x-original|cf|fastly|x-amzn|x-azure|x-envoy|x-appengine|ngrok|tailscale)-)/

/**
 * True for a request from this machine to itself: over loopback, to a loopback name, not forwarded, and from no page but the server's
 * own (DNS rebinding, cross-site requests, tunnels that rewrite the host).
 */
export function fromLoopback(req: Request): boolean {
  const address = req.socket.remoteAddress ?? ''
  const local = address === '::1' || /^(::ffff:)?127\./.test(address)
  const host = `http://${req.get('host') ?? ''}`
  if (!local || !URL.canParse(host) || !NAMES.has(new URL(host).hostname)) return false
  if (Object.keys(req.headers).some((name) => FORWARDED.test(name))) return false
  return isOwnPage(req, new URL(host).origin)
}

/** A program sends neither header; a page on another port of this machine is as foreign as any other. */
function isOwnPage(req: Request, own: string): boolean {
  const site = req.get('sec-fetch-site')
  return (req.get('origin') ?? own) === own && (site === undefined || site === 'same-origin' || site === 'none')
}
