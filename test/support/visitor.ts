import { createHash, randomBytes } from 'node:crypto'

/** A page as a browser without scripts receives it. */
export type Page = { status: number; headers: Headers; url: URL; html: string }

/** A person with a browser: keeps cookies, follows redirects on the server, fills in forms. */
export class Visitor {
  readonly cookies = new Map<string, { value: string; path: string }>()
  readonly base: string
  readonly headers: Record<string, string>

  /** @param headers what the browser sends with every request */
  constructor(base: string, headers: Record<string, string> = {}) {
    this.base = base
    this.headers = headers
  }

  /** Opens an address and follows redirects while they stay on the server. */
  open(path: string): Promise<Page> {
    return this.#send('GET', new URL(path, this.base))
  }

  /** Fills in and sends the form of a page whose action ends with this path. */
  submit(page: Page, end: string, filledIn: Record<string, string>, headers = {}): Promise<Page> {
    const form = formOf(page, end)
    return this.#send('POST', new URL(form.action, this.base), { ...form.hidden, ...filledIn }, headers)
  }

  /** Sends any form. */
  post(path: string, fields: Record<string, string>, headers = {}): Promise<Page> {
    return this.#send('POST', new URL(path, this.base), fields, headers)
  }

  async #send(method: string, url: URL, fields?: Record<string, string>, headers = {}): Promise<Page> {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...this.headers, ...headers, cookie: this.#cookiesFor(url) },
      ...(fields && { body: new URLSearchParams(fields) }),
    })
    this.#keep(response, url)
    const html = await response.text()
    const location = response.headers.get('location')
    const next = location === null ? undefined : new URL(location, url)
    if (next === undefined) return { status: response.status, headers: response.headers, url, html }
    if (next.origin !== url.origin) return { status: response.status, headers: response.headers, url: next, html }
    return this.#send('GET', next)
  }

  #cookiesFor(url: URL): string {
    return [...this.cookies]
      .filter(([, { path }]) => url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, '/')))
      .map(([name, { value }]) => `${name.split(' ')[0]}=${value}`)
      .join('; ')
  }

  #keep(response: Response, url: URL): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? url.pathname
      if (value === '') this.cookies.delete(`${name} ${path}`)
      else this.cookies.set(`${name} ${path}`, { value, path })
    }
  }
}

/** The form of a page whose action ends with this path, and its hidden fields. */
export function formOf({ html }: Page, end: string): { action: string; hidden: Record<string, string> } {
  for (const [, action = '', content = ''] of html.matchAll(/<form [^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)) {
    if (!new RegExp(`^/sign-in/[^/]+${end}$`).test(action)) continue
    const hidden = [...content.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
    return { action, hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])) }
  }
  throw new Error(`no form to ${end || 'sign in'} in: ${textOf(html)}`)
}

/** The text of a page, without its markup. */
export const textOf = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()

/** A request for authorization as an app makes it (RFC 6749, RFC 7636), and the verifier that redeems its code. */
export function authorizationRequest(app: { client_id: string; redirect_uri: string }, parameters: object = {}) {
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: app.client_id,
    redirect_uri: app.redirect_uri,
    state: 'the-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...parameters,
  })
  return { path: `/oauth2/authorize?${query}`, verifier }
}
