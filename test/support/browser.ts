import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** The reason why there is no browser for tests; undefined if there is one. */
export const noBrowser = existsSync(CHROMIUM)
  ? undefined
  : `no Chromium at ${CHROMIUM}: install Debian's package chromium, or set CHROMIUM`

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a browser, without a window and with a new profile. */
export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const contexts: BrowserContext[] = []
  return {
    /** A person's own browser window, with no cookies yet. */
    async window(options: BrowserContextOptions): Promise<Page> {
      const context = await browser.newContext(options)
      contexts.push(context)
      context.setDefaultTimeout(15_000)
      return context.newPage()
    },
    async close() {
      for (const context of contexts) await context.close()
      await browser.close()
    },
  }
}

type Violation = { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Checks a page for barriers with axe (WCAG 2.2 A and AA, and its best practices).
 *
 * @returns the serious and critical ones, each with its place
 */
export async function barriersOf(page: Page): Promise<string[]> {
  // In the isolated world of the test, because the policy of the page allows no script.
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe',
  })
  await session.send('Runtime.evaluate', { expression: axe, contextId })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  return (result.value as Violation[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`))
}

/** Lists links, buttons and fields that are too small to be touched: under 44 pixels. */
export async function tooSmallToTouch(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const target of await page.locator('a, button, input:not([type=hidden]), summary').all()) {
    const box = await target.boundingBox()
    if (box && (box.height < 44 || box.width < 44)) {
      found.push(`${(await target.getAttribute('id')) ?? (await target.innerText())} ${box.width} × ${box.height}`)
    }
  }
  return found
}

/** The width of a page beyond the window, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
