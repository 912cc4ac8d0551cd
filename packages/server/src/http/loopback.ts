import type { Request } from 'express'

const NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Whether a request comes from this machine and means this machine: over loopback, to a loopback name, and not from a page of
 * another site that a browser here has open (DNS rebinding, cross-site requests).
 */
export function fromLoopback(req: Request): boolean {
  const address = req.socket.remoteAddress ?? ''
  const local = address === '::1' || /^(::ffff:)?127\./.test(address)
  return (
    local && isLoopbackUrl(`http://${req.get('host') ?? ''}`) && isLoopbackUrl(req.get('origin') ?? 'http://127.0.0.1')
  )
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && NAMES.has(new URL(url).hostname)
}
