import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problemCodes } from '@sendoff/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlatform } from '../support/platform.ts'

const docs = join(import.meta.dirname, '../../docs')

describe('the documentation of a server', () => {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  let addresses: string[]
  beforeAll(async () => {
    opened = await openPlatform('sqlite')
    const files = (await readdir(docs, { recursive: true })).filter((file) => file.endsWith('.md'))
    addresses = files.map((file) => `/docs/${file.replace(/\.md$/, '')}`.replace(/\/README$/, ''))
  })
  afterAll(() => opened?.close())

  const html = async (address: string) => {
    const { status, body } = await opened.platform.get(address)
    return { status, text: String(body) }
  }

  test('has a page of every file, which runs nothing and loads its styles only', async () => {
    expect(addresses.length).toBeGreaterThan(30)
    for (const address of addresses) {
      const { status, headers, body } = await opened.platform.get(address)
      expect([address, status, headers.get('content-type')]).toEqual([address, 200, 'text/html; charset=utf-8'])
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      )
      expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i)
      expect(body).toMatch(/<h1 id="[^"]+">.+<\/h1>/)
    }
  })

  test('has no dead link, also to anchors', async () => {
    const pages = new Map<string, string>()
    const textOf = async (address: string) => {
      const text = pages.get(address) ?? (await html(address)).text
      pages.set(address, text)
      return text
    }
    const dead: string[] = []
    for (const address of addresses) {
      for (const [, href = ''] of (await textOf(address)).matchAll(/href="([^"]+)"/g)) {
        if (href.startsWith('https://')) continue
        const [target = '', anchor] = href.startsWith('#') ? [address, href.slice(1)] : href.split('#')
        // The page of the contract exists only if it was built.
        if (['/docs/api', '/docs/style.css', '/sign-in/style.css', '/sign-in/icon.svg'].includes(target)) continue
        const { status } = pages.has(target) ? { status: 200 } : await html(target)
        if (status !== 200 || (anchor && !(await textOf(target)).includes(`id="${anchor}"`)))
          dead.push(`${address}: ${href}`)
      }
    }
    expect(dead).toEqual([])
  })

  test('shows every picture of a page, in the colours of the reader', async () => {
    const { text } = await html('/docs/performance')
    const pictures = [...text.matchAll(/<img src="([^"]+)" alt="([^"]+)"/g)].map(([, src = '', alt = '']) => ({
      src,
      alt,
    }))
    expect(pictures.length).toBeGreaterThan(5)
    for (const { src, alt } of pictures) {
      const { status, headers, body } = await opened.platform.get(`/docs/${src}`)
      expect([src, status, headers.get('content-type')]).toEqual([src, 200, 'image/svg+xml'])
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'unsafe-inline'")
      expect(body).toContain('prefers-color-scheme: dark')
      expect(alt).toMatch(/ by .+ table/)
    }
  })

  test('has no dead link in its files', async () => {
    const files = (await readdir(docs, { recursive: true })).filter((file) => file.endsWith('.md'))
    const dead: string[] = []
    for (const file of files) {
      const text = (await readFile(join(docs, file), 'utf8')).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '')
      for (const [, href = ''] of text.matchAll(/\]\(([^)#\s]+)/g)) {
        if (/^https?:/.test(href)) continue
        const target = join(docs, file, '..', href)
        if (!existsSync(target)) dead.push(`${file}: ${href}`)
      }
    }
    expect(dead).toEqual([])
  })

  test('leads from its first page to the guides, the problems, the events and the contract', async () => {
    const { text } = await html('/docs')
    for (const to of ['guides/integrator', 'guides/partner', 'guides/consumer', 'guides/operator', 'api'])
      expect(text).toContain(`href="/docs/${to}"`)
    for (const to of ['', '/problems', '/events']) expect(text).toContain(`href="/docs/reference${to}"`)
  })

  test('is shown to a browser that opens the address of the server; a program finds nothing there', async () => {
    const open = (accept: string) => fetch(opened.platform.base, { headers: { accept }, redirect: 'manual' })
    const shown = await open('text/html,application/xhtml+xml,*/*;q=0.8')
    expect([shown.status, shown.headers.get('location')]).toEqual([303, '/docs'])
    expect((await open('application/json')).status).toBe(404)
  })

  test('shows a browser the place of a problem, and gives a program a few lines', async () => {
    for (const code of problemCodes) {
      const shown = await fetch(`${opened.platform.base}/problems/${code}`, {
        headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
        redirect: 'manual',
      })
      expect([shown.status, shown.headers.get('location')]).toEqual([303, `/docs/reference/problems#${code}`])
    }
    const { headers, body } = await opened.platform.get('/problems/last_admin')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(body).toMatch(/^last_admin \(HTTP 409\)\n/)
    const { text } = await html('/docs/reference/problems')
    for (const code of problemCodes) expect(text).toContain(`<h2 id="${code}">`)
  })

  test('has no page without a file', async () => {
    for (const address of [
      '/docs/nothing',
      '/docs/README',
      '/docs/guides',
      '/docs/..%2fpackage',
      '/docs/%2e%2e/README',
    ])
      expect([address, (await html(address)).status]).toEqual([address, 404])
    const { status, headers } = await opened.platform.call('POST', '/docs/guides/partner')
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })
})
