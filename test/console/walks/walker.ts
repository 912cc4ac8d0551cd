import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { barriersOf, noBrowser, openBrowser, overflowOf } from '../../support/browser.ts'
import { buildConsole } from '../../support/console.ts'
import { openPlatform } from '../../support/platform.ts'

/** The languages and sizes in which each path is walked. */
export const ways = [
  { name: 'English on a phone', locale: 'en-GB', viewport: { width: 390, height: 844 } },
  { name: 'English on a desktop', locale: 'en-GB', viewport: { width: 1280, height: 800 } },
  { name: 'Chinese on a phone', locale: 'zh-CN', viewport: { width: 390, height: 844 } },
  { name: 'Chinese on a desktop', locale: 'zh-CN', viewport: { width: 1280, height: 800 } },
] as const

export type Way = (typeof ways)[number]

const FADED_IN = `Promise.all(document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => undefined))).then(() => undefined)`

/** The time for a whole walk, in milliseconds. */
export const PATIENCE = 300_000

/** Opens a platform and a browser for the walks of a file, each of which begins with the demo data. */
export function preparedFor(way: Way) {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    if (noBrowser) return
    await buildConsole()
    opened = await openPlatform('sqlite')
    browser = await openBrowser()
  })
  beforeEach(async ({ skip }) => {
    skip(noBrowser !== undefined, noBrowser)
    await opened.platform.reset()
  })
  afterAll(async () => {
    await browser?.close()
    await opened?.close()
  })
  const walker = async () => {
    const { locale, viewport } = way
    return new Walker(await browser.window({ locale, viewport }), opened.platform.base, way)
  }
  return { platform: () => opened.platform, walker }
}

/** A person who walks through the console in a browser and looks at every screen. */
export class Walker {
  readonly page: Page
  readonly base: string
  readonly way: Way
  /** The complaints of the browser: scripts that failed, and acts that the policy of the page refused. */
  readonly complaints: string[] = []

  constructor(page: Page, base: string, way: Way) {
    this.page = page
    this.base = base
    this.way = way
    // A machine that is busy takes ten times as long as another one, and is not at fault.
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => {
      if (/policy|trusted|react/i.test(message.text())) this.complaints.push(message.text())
    })
  }

  get isPhone(): boolean {
    return this.way.viewport.width < 640
  }

  /** Opens a path of the console by its address. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.base}/console${path}`)
    await this.ready()
  }

  /** Signs in from the page for somebody who is not, with an account of an organisation, or the personal one. */
  async signIn(person: { email: string; password: string }, account: string): Promise<void> {
    await this.page.locator('a.button.primary').click()
    await this.page.fill('#login', person.email)
    await this.page.fill('#password', person.password)
    await this.page.locator('button.primary').click()
    await this.page.locator('.choice', { hasText: account }).click()
    await this.ready()
  }

  /** Follows a link of the page by its path. */
  async follow(path: string): Promise<void> {
    await this.page.locator(`main a[href="/console${path}"]`).first().click()
    await this.ready()
  }

  /** Goes to a screen by the navigation, which is behind a button on a phone. */
  async navigate(path: string): Promise<void> {
    if (this.isPhone) await this.page.locator('.menu-button').click()
    await this.page.locator(`#navigation a[href="/console${path}"]`).click()
    await this.ready()
  }

  /** Waits until the screen has what it shows. */
  async ready(): Promise<void> {
    await this.page.locator('h1').first().waitFor()
    await this.page.locator('.loading').first().waitFor({ state: 'detached' })
    // Half faded in, a text has too little contrast.
    await this.page.evaluate(FADED_IN)
  }

  /** Looks at the screen: its language, barriers, and whether anything is wider than the window. */
  async look(what: string): Promise<void> {
    await this.ready()
    const lang = this.way.locale === 'zh-CN' ? 'zh-CN' : 'en'
    expect.soft(await this.page.locator('html').getAttribute('lang'), what).toBe(lang)
    expect.soft(await this.page.title(), what).toMatch(/Sendoff/)
    expect.soft(await barriersOf(this.page), what).toEqual([])
    expect.soft(await overflowOf(this.page), what).toBeLessThanOrEqual(0)
    expect.soft(this.complaints, what).toEqual([])
  }

  /** The words of the page. */
  text(): Promise<string> {
    return this.page.locator('main').innerText()
  }
}
