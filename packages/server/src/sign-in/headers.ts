import type { Response } from 'express'

const policy = (formAction: string) =>
  `default-src 'none'; style-src 'self'; img-src 'self'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`

/** The headers of every page: no scripts, nothing from elsewhere, no framing, no caching, and no referrer. */
export const pageHeaders = {
  'Content-Security-Policy': policy("'self'"),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/** Allows the redirect back to the app: browsers check redirects that follow a form against `form-action`, too. */
export function allowReturnTo(res: Response, redirectUri: string): void {
  const { origin, protocol } = new URL(redirectUri)
  res.set('Content-Security-Policy', policy(`'self' ${origin === 'null' ? protocol : origin}`))
}
