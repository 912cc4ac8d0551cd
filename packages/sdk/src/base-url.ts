const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * Reads the address of the platform and refuses one to which a token must not be sent.
 *
 * @param baseUrl an absolute URL; `https:`, or `http:` to loopback (RFC 6749, section 10.3)
 * @returns the URL without a slash at its end
 * @throws TypeError for any other URL
 */
export function checkedBaseUrl(baseUrl: string): string {
  const url = URL.parse(baseUrl)
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
    throw new TypeError('baseUrl must be an https: URL (http: to loopback only), or tokens could be read')
  }
  // The message must not repeat them: there may be a password.
  if (url.username || url.password || url.search || url.hash) {
    throw new TypeError('baseUrl must have no user name, password, query or fragment')
  }
  // Not `/\/+$/`, whose time grows with the square of the number of slashes.
  let end = url.href.length
  while (url.href[end - 1] === '/') end--
  return url.href.slice(0, end)
}
