const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** The address of the platform, and the name by which it knows itself. */
export interface PlatformAddress {
  readonly baseUrl: string
  readonly issuer: string
}

/**
 * Reads the address of the platform and refuses one to which a token must not be sent.
 *
 * @param given `baseUrl` is an absolute URL; `https:`, or `http:` to loopback (RFC 6749, section 10.3)
 * @returns `baseUrl` without a slash, or `/v1.0`, at its end: the path of an operation has them
 * @throws TypeError for any other URL
 */
export function addressOf(given: { readonly baseUrl: string; readonly issuer?: string | undefined }): PlatformAddress {
  // Node 20 and Node 22.0 have no `URL.parse`.
  const url = URL.canParse(given.baseUrl) ? new URL(given.baseUrl) : undefined
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
    throw new TypeError('baseUrl must be an https: URL (http: to loopback only)')
  }
  // The message must not repeat them: there may be a password.
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError('baseUrl must have no user name, password, query or fragment')
  }
  // Not `/\/+$/`, whose time grows with the square of the number of slashes.
  let end = url.href.length
  while (url.href[end - 1] === '/') end--
  const baseUrl = url.href.slice(0, end).replace(/\/v1\.0$/, '')
  return { baseUrl, issuer: given.issuer ?? baseUrl }
}
