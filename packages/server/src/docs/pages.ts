import { readdirSync, readFileSync } from 'node:fs'
import type { Html } from '../web/html.ts'
import { renderMarkdown } from './markdown.ts'
import { page } from './page.ts'
import { type Section, sectionsOf } from './sections.ts'

/** The pages of the documentation by address, each rendered on its first request. */
export type Pages = {
  has(address: string): boolean
  get(address: string): string | undefined
  /** Reads the sections of all pages. */
  sections(): Section[]
}

/**
 * Finds the Markdown files of the documentation: `guides/partner.md` is at `/docs/guides/partner`, a `README.md` at its folder.
 *
 * @param folder a file URL, which ends with a slash
 */
export function findPages(folder: URL): Pages {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
  const byAddress = new Map(files.map((file) => [addressOf(file), file]))
  const rendered = new Map<string, string>()
  const addressFrom = (address: string, href: string) => {
    const { pathname, hash } = new URL(href, `file:///${byAddress.get(address)}`)
    const found = addressOf(pathname.slice(1))
    return byAddress.has(found) ? found + hash : undefined
  }
  const render = (address: string, file: string): string => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    const { title, body } = renderMarkdown(text, (href) => addressFrom(address, href))
    const html: Html = page({ title, address, body })
    return String(html)
  }
  return {
    has: (address) => byAddress.has(address),
    sections: () =>
      [...byAddress].flatMap(([address, file]) => sectionsOf(readFileSync(new URL(file, folder), 'utf8'), address)),
    get(address) {
      const file = byAddress.get(address)
      if (file === undefined) return undefined
      const html = rendered.get(address) ?? render(address, file)
      rendered.set(address, html)
      return html
    },
  }
}

/** Finds the pictures that pages show, as SVG by address. @param folder a file URL, which ends with a slash */
export function findPictures(folder: URL): ReadonlyMap<string, URL> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svg'))
  return new Map(files.map((file) => [`/docs/${file.replaceAll('\\', '/')}`, new URL(file, folder)]))
}

const addressOf = (file: string) => `/docs/${file.replaceAll('\\', '/').replace(/\.md$/, '')}`.replace(/\/README$/, '')
