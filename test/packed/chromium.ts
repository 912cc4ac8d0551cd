import { openBrowser } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'

/** Runs the program in a page of the server's own origin, bundled as for a browser, and returns its report. */
export async function runInChromium(directory: string, input: { baseUrl: string }): Promise<unknown> {
  const { text } = await bundle(`export { run } from './program.ts'`, directory, ['browser', 'import'])
  const browser = await openBrowser()
  try {
    const page = await browser.window({})
    const at = `${input.baseUrl}/packed`
    await page.route(`${at}/`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
    await page.route(`${at}/program.js`, (route) => route.fulfill({ contentType: 'text/javascript', body: text }))
    // The token endpoint does not answer pages, because an app's secret does not belong there. The page's own server forwards them.
    await page.route(`${input.baseUrl}/oauth2/token`, async (route) => {
      const { origin: _, ...headers } = await route.request().allHeaders()
      await route.fulfill({ response: await route.fetch({ headers }) })
    })
    await page.goto(`${at}/`)
    return await page.evaluate(`import('${at}/program.js').then(({ run }) => run(${JSON.stringify(input)}))`)
  } finally {
    await browser.close()
  }
}
