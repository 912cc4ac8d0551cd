import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlatform } from '../support/platform.ts'

describe('the search of the documentation', () => {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  beforeAll(async () => {
    opened = await openPlatform('sqlite')
  })
  afterAll(() => opened?.close())

  const search = async (q: string) => {
    const { status, body, headers } = await opened.platform.get(`/docs/search?${new URLSearchParams({ q })}`)
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    const links = [...String(body).matchAll(/<li><a href="([^"]+)">/g)].map(([, address]) => address)
    return { html: String(body), links }
  }

  test.each([
    ['organization.unlink', /^\/docs\/reference\/operations\/organization#organizationunlink$/],
    ['association_not_found', /^\/docs\/reference\/problems#association_not_found$/],
    ['member.departed', /^\/docs\/reference\/events#memberdeparted$/],
    ['rotate secret', /secret/],
    ['ERRORS and RETRIES', /^\/docs\/guides\/integrator#errors-and-retries$/],
  ])('%s leads to its place first', async (q, place) => {
    const { links } = await search(q)
    expect(links[0]).toMatch(place)
    expect(links.length).toBeLessThanOrEqual(20)
  })

  test('a result leads to a heading that exists, and shows the words in their place', async () => {
    const { links, html } = await search('handover recipient')
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) {
      const [address = '', anchor] = (link ?? '').split('#')
      const page = await opened.platform.get(address)
      expect(page.status, link).toBe(200)
      if (anchor) expect(page.body, link).toContain(`id="${anchor}"`)
    }
    expect(html).toMatch(/<mark>handover<\/mark>/i)
  })

  test('every heading of every page is found by its own words', async () => {
    const { body } = await opened.platform.get('/docs/guides/partner')
    const headings = [...String(body).matchAll(/<h2 id="([^"]+)">([^<]+)<\/h2>/g)]
    expect(headings.length).toBeGreaterThan(3)
    for (const [, id, heading = ''] of headings) {
      expect((await search(heading)).links, heading).toContain(`/docs/guides/partner#${id}`)
    }
  })

  test('nothing found, nothing asked and hostile text each get a page that says what to do', async () => {
    expect((await search('xyzzy')).html).toContain('Nothing was found for “xyzzy”')
    expect((await search(' ')).html).toContain('Type a word')
    const { html } = await search('"><script>alert(1)</script>')
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
    for (const q of ['(((((', '[a-', '.*', 'a'.repeat(5000), 'a '.repeat(3000)]) await search(q)
    const twice = await opened.platform.get('/docs/search?q=a&q=b')
    expect(twice.status).toBe(200)
    expect((await opened.platform.post('/docs/search')).status).toBe(405)
  })
})
