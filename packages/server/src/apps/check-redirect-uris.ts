import type { PlainFaultKey } from '../faults.ts'
import { hostOf, isLoopbackHost } from '../net/url.ts'
import { invalid } from '../refusal.ts'
import type { AuthMethod } from '../store/schema.ts'

/**
 * Checks the redirect URIs of an app and removes duplicates. They stay as written, because they are compared as text
 * (RFC 9700 section 2.1).
 *
 * @throws {Refusal} `invalid_request` for a URI that is neither https nor http to this machine (RFC 8252 section 7.3) nor, for a public
 * client, of a private-use scheme (section 7.1), or has a fragment, a wildcard or credentials
 */
export function checkRedirectUris(uris: string[], method: AuthMethod): string[] {
  const isNative = method === 'none' && uris.some((uri) => PRIVATE_USE.test(uri))
  for (const [index, uri] of uris.entries()) {
    const fault = method === 'none' && PRIVATE_USE.test(uri) ? faultOfPrivateUse(uri) : faultOf(uri, isNative)
    if (fault) throw invalid(`/redirect_uris/${index}`, fault)
  }
  return [...new Set(uris)]
}

/** A scheme that begins with the reversed name of a domain of the app's maker; other schemes may be any program's. */
const PRIVATE_USE = /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+:/i

/** The URL parser would correct these, but redirect URIs are compared as text. */
const CORRECTED = /[\s\p{Cc}\\]/u

function faultOfPrivateUse(uri: string): PlainFaultKey | undefined {
  if (CORRECTED.test(uri) || !URL.canParse(uri) || !/^[^:]+:\//.test(uri)) return 'redirect_uri.private_use'
  if (uri.includes('#')) return 'redirect_uri.fragment'
  return uri.includes('*') ? 'redirect_uri.wildcard' : undefined
}

function faultOf(uri: string, isNative: boolean): PlainFaultKey | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(uri) && !/^https?:/i.test(uri)) return 'redirect_uri.private_use'
  if (CORRECTED.test(uri) || !/^https?:\/\/[^/?#]/i.test(uri)) return 'redirect_uri.absolute'
  const url = URL.parse(uri)
  if (!url) return 'redirect_uri.absolute'
  if (url.protocol === 'http:' && !isLoopbackHost(hostOf(url))) return 'redirect_uri.scheme'
  // The authorization server takes no https address of the person's machine from a program on it.
  if (isNative && url.protocol === 'https:' && isLoopbackHost(hostOf(url))) return 'redirect_uri.loopback'
  if (uri.includes('#')) return 'redirect_uri.fragment'
  if (uri.includes('*')) return 'redirect_uri.wildcard'
  if (/^https?:\/\/[^/?]*@/i.test(uri)) return 'redirect_uri.credentials'
  return undefined
}
