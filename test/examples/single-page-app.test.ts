import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { noBrowser, openBrowser } from '../support/browser.ts'
import { Caller, must } from '../support/platform.ts'
import { freePort, startProcess, temporaryDirectory } from '../support/process.ts'
import { run } from './run.ts'

vi.setConfig({ testTimeout: 240_000 })

let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(() => browser?.close())

/** The example as its readers run it, on another origin than the server, and a window in which an administrator has signed in. */
async function openExample() {
  const server = await startProcess()
  const port = await freePort()
  const outDir = temporaryDirectory()
  const example = run('example:single-page-app', server.dataDirectory, {
    EXAMPLE_PORT: String(port),
    EXAMPLE_OUT: outDir,
  })
  await example.until(/Open http/)
  const platform = new Caller(server.base, server.data)
  const organization = platform.organization(0)
  const page = await browser.window({ locale: 'en-GB' })
  // Loading waits for whatever else the machine does.
  page.context().setDefaultTimeout(60_000)
  onTestFinished(() => page.context().close())
  return { platform, organization, page, home: `http://127.0.0.1:${port}`, elsewhere: `http://localhost:${port}` }
}

async function signIn({ page, home, organization, platform }: Awaited<ReturnType<typeof openExample>>) {
  const admin = platform.member(organization.org_id, 'admin')
  await page.goto(home)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('input[name=login]').fill(admin.email)
  await page.locator('input[name=password]').fill(admin.password)
  await page.locator('input[name=password]').press('Enter')
  await page.locator('.choice', { hasText: organization.name }).click()
  await page.locator('button[value=allow]').click()
  await page.getByRole('heading', { name: organization.name }).waitFor()
}

const tokensIn = async (page: Page): Promise<{ accessToken: string; refreshToken: string }> =>
  JSON.parse(await page.evaluate("sessionStorage.getItem('tokens')"))

test('a page on another origin signs in, lists, unlinks, follows events, refreshes its token unseen, and signs out', async ({
  skip,
}) => {
  if (noBrowser) skip(noBrowser)
  const example = await openExample()
  const { page, platform, home } = example
  await signIn(example)
  expect(new URL(page.url()).href, 'the code stays in no history').toBe(`${home}/`)

  const associations = page.getByRole('list', { name: 'Associations' }).getByRole('listitem')
  await expect.poll(() => associations.count()).toBeGreaterThan(1)
  const before = await associations.count()
  const events = page.getByRole('list', { name: 'Events' }).getByText('organization.association.unlinked')
  await associations.first().getByRole('button').click()
  await expect.poll(() => associations.count()).toBe(before - 1)
  await expect.poll(() => events.count()).toBe(1)

  const first = await tokensIn(page)
  // Beyond the life of the access token.
  await page.clock.setSystemTime(Date.now() + 2 * 60 * 60 * 1000)
  await associations.first().getByRole('button').click()
  await expect.poll(() => associations.count()).toBe(before - 2)
  await expect.poll(() => events.count()).toBe(2)
  const second = await tokensIn(page)
  expect(second.accessToken).not.toBe(first.accessToken)
  expect(await page.getByRole('alert').count()).toBe(0)

  const revoked = page.waitForResponse(`${platform.base}/oauth2/revoke`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  expect((await revoked).status()).toBe(200)
  expect((await platform.get('/v1.0/organization', second.accessToken)).body.code).toBe('token_revoked')
})

test('a page whose origin the app does not allow gets no answer that it can read, and no page uses a secret', async ({
  skip,
}) => {
  if (noBrowser) skip(noBrowser)
  const example = await openExample()
  const { page, platform, home, elsewhere, organization } = example
  await signIn(example)
  const { accessToken, refreshToken } = await tokensIn(page)
  const app = must(organization.apps[0])
  const clientId = JSON.parse(atob(must(accessToken.split('.')[1]))).client_id
  const read = `fetch('${platform.base}/v1.0/organization', { headers: { authorization: 'Bearer ${accessToken}' } })`
  const form = (fields: Record<string, string>) =>
    `fetch('${platform.base}/oauth2/token', { method: 'POST', body: new URLSearchParams(${JSON.stringify(fields)}) })`
  const refresh = form({ grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId })
  const withSecret = form({
    grant_type: 'client_credentials',
    client_id: app.client_id,
    client_secret: app.client_secret,
    scope: 'org:read',
  })
  const status = (request: string) => page.evaluate(`${request}.then(({ status }) => status, (error) => error.message)`)

  expect(await status(read)).toBe(200)
  // The same files, which the browser knows as another origin.
  await page.goto(elsewhere)
  expect(await page.evaluate('origin')).toBe(elsewhere)
  for (const request of [read, refresh, withSecret]) expect(await status(request), request).toBe('Failed to fetch')
  expect(await status(`fetch('${platform.base}/openapi.json')`)).toBe(200)

  await page.goto(home)
  expect(await status(withSecret)).toBe('Failed to fetch')
  const { body } = await platform.call('POST', '/oauth2/token', {
    headers: { origin: home },
    raw: new URLSearchParams({ grant_type: 'client_credentials', ...app, scope: 'org:read' }),
  })
  expect(body.error_description).toMatch(/^a page must not have the credentials of an app/)
  // None of the refused requests has cost the person the session.
  expect(await status(refresh)).toBe(200)
})
