import { expect } from 'vitest'
import { must, type Platform } from './platform.ts'
import { authorizationRequest, type Page, textOf, Visitor } from './visitor.ts'

/** The demo’s third-party app, with the parameters of its request for authorization. */
export function thirdPartyApp(platform: Platform) {
  const app = must(platform.data.third_party_apps[0])
  return { ...app, redirect_uri: must(app.redirect_uris[0]) }
}

/** A visitor whom the app has sent to sign in, and the page that they see. */
export async function sentToSignIn(
  platform: Platform,
  { scope = 'org:read org:unlink', headers = {} }: { scope?: string; headers?: Record<string, string> } = {},
) {
  const app = thirdPartyApp(platform)
  const visitor = new Visitor(platform.base, headers)
  const { path, verifier } = authorizationRequest(app, { scope })
  const page = await visitor.open(path)
  if (page.status !== 200) throw new Error(`${page.status} ${page.url} ${page.html}`)
  return { app, visitor, page, verifier, uid: page.url.pathname.split('/')[2] ?? '' }
}

/** Signs a member in. */
export async function signedIn(
  platform: Platform,
  person: { email: string; password: string },
  options: Parameters<typeof sentToSignIn>[1] = {},
) {
  const sent = await sentToSignIn(platform, options)
  const accounts = await signInAs(sent.visitor, sent.page, person)
  expect(accounts.url.pathname).toBe(`/sign-in/${sent.uid}/account`)
  return { ...sent, accounts }
}

export const signInAs = (visitor: Visitor, page: Page, { email, password }: { email: string; password: string }) =>
  visitor.submit(page, '', { login: email, password })

/** The text and the status of a page. */
export const said = ({ status, html }: Page): [number, string] => [status, textOf(html)]

/** The names on the buttons of the accounts that can be chosen. */
export const offered = (html: string) =>
  [...html.matchAll(/<button class="choice".*?<strong>(.*?)<\/strong>/gs)].map(([, name]) => name)

/** The token of a page's forms. */
export const tokenOf = (html: string) => must(/name="token" value="([^"]+)"/.exec(html)?.[1])

/** The platform’s own app, through which people act for themselves. */
export const ownApp = { client_id: 'app_sendoff', redirect_uri: 'http://127.0.0.1:61234/callback' }
