import type { PlainFaultKey } from '../faults.ts'
import { hostOf, isLoopbackHost } from '../net/url.ts'
import { invalid } from '../refusal.ts'

/**
 * Checks the redirect URIs of an app and removes duplicates. They stay as written, because they are compared as text
 * (RFC 9700 section 2.1).
 *
 * @throws {Refusal} `invalid_request` for a URI that is neither https nor http to this machine (RFC 8252 section 7.3),
 * or has a fragment, a wildcard or credentials
 */
export function checkRedirectUris(uris: string[]): string[] {
  for (const [index, uri] of uris.entries()) {
    const fault = faultOf(uri)
    if (fault) throw invalid(`/redirect_uris/${index}`, fault)
  }
  return [...new Set(uris)]
}

function faultOf(uri: string): PlainFaultKey | undefined {
  // The URL parser would correct these, but redirect URIs are compared as text.
  if (/[\s\p{Cc}\\]/u.test(uri) || !/^https?:\/\/[^/?#]/i.test(uri)) return 'redirect_uri.absolute'
  const url = URL.parse(uri)
  if (!url) return 'redirect_uri.absolute'
  if (url.protocol === 'http:' && !isLoopbackHost(hostOf(url))) return 'redirect_uri.scheme'
  if (uri.includes('#')) return 'redirect_uri.fragment'
  if (uri.includes('*')) return 'redirect_uri.wildcard'
  if (/^https?:\/\/[^/?]*@/i.test(uri)) return 'redirect_uri.credentials'
  return undefined
}
