import type { Response } from 'express'

const policy = (formAction: string) =>
  `default-src 'none'; style-src 'self'; img-src 'self'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`

/** No script at all, nothing from elsewhere, no frame, no copy kept, and no word to others of where the person was. */
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

/** Browsers hold the redirects that follow a form against `form-action` too, so the way back to the app is named there. */
export function allowReturnTo(res: Response, redirectUri: string): void {
  const { origin, protocol } = new URL(redirectUri)
  res.set('Content-Security-Policy', policy(`'self' ${origin === 'null' ? protocol : origin}`))
}
