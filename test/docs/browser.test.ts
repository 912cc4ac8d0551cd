import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { barriersOf, noBrowser, openBrowser, overflowOf } from '../support/browser.ts'
import { openPlatform } from '../support/platform.ts'

const GUIDES = ['integrator', 'partner', 'consumer', 'operator']
const PAGES = [
  '',
  '/search?q=unlink',
  ...GUIDES.map((name) => `/guides/${name}`),
  '/reference',
  '/reference/operations/members',
  '/scale',
]

describe('in a browser', () => {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    if (noBrowser) return
    opened = await openPlatform('sqlite')
    browser = await openBrowser()
  })
  beforeEach(({ skip }) => skip(noBrowser !== undefined, noBrowser))
  afterAll(async () => {
    await browser?.close()
    await opened?.close()
  })

  test.each(['light', 'dark'] as const)('a page is accessible and fits a phone: %s', async (colorScheme) => {
    const page = await browser.window({ colorScheme, viewport: { width: 360, height: 720 } })
    for (const address of PAGES) {
      await page.goto(`${opened.platform.base}/docs${address}`)
      expect(await barriersOf(page), address).toEqual([])
      expect(await overflowOf(page), address).toBeLessThanOrEqual(0)
    }
  })

  test.each(GUIDES)('the guide of the %s has at most three printed pages', async (name) => {
    const page = await browser.window({})
    await page.goto(`${opened.platform.base}/docs/guides/${name}`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.length).toBeLessThanOrEqual(3)
  })
})
