import { readdir, readFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildConsole, builtFolder } from '../support/console.ts'
import { openPlatform } from '../support/platform.ts'

/** The most that a browser may load before the first screen, and for a screen beyond it, in bytes of gzip. */
const ENTRY = 100_000
const ROUTE = 35_000

let opened: Awaited<ReturnType<typeof openPlatform>>
beforeAll(async () => {
  await buildConsole()
  opened = await openPlatform('sqlite')
})
afterAll(() => opened?.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(opened.platform.base + path, { headers, redirect: 'manual' })

test('the page comes for every path, is kept by nobody, and runs scripts of this server only', async () => {
  for (const path of ['/console', '/console/', '/console/leave', '/console/any/thing']) {
    const { status, headers } = await get(path)
    expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-store'])
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
    expect(policy).not.toContain('unsafe')
  }
})

test('the page says the language, the theme, the mode and the business time', async () => {
  await opened.platform.advance('PT72H')
  const html = await (await get('/console', { 'accept-language': 'zh-CN', cookie: 'sendoff_theme=dark' })).text()
  const written = /<html lang="zh-CN" data-theme="dark" data-mode="sandbox" data-now="([^"]+)">/.exec(html)
  expect(Date.parse(written?.[1] ?? '') - Date.now()).toBeGreaterThan(71 * 3_600_000)
  expect(html).toMatch(/modulepreload" href="\/console\/assets\/zh-cn-[\w-]+\.js"/)
  expect(html).not.toMatch(/<script>|<style|style=|onload=/)
  const forged = await (await get('/console', { cookie: 'sendoff_theme="><script>' })).text()
  expect(forged).toContain('data-theme="system"')
})

test('?lang= changes the language for good, and keeps the rest of the address', async () => {
  const { status, headers } = await get('/console/notifications?unread=true&lang=zh-CN')
  expect([status, headers.get('location')]).toEqual([303, '/console/notifications?unread=true'])
  expect(headers.getSetCookie().join()).toContain('sendoff_language=zh-CN')
})

test('files come compressed and are kept for good; a missing one is not found, and not the page', async () => {
  const name = (await readdir(new URL('assets', builtFolder))).find((one) => /^index-.*\.js$/.test(one)) ?? ''
  const gzip = await get(`/console/assets/${name}`, { 'accept-encoding': 'gzip' })
  expect(Object.fromEntries(gzip.headers)).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    'content-type': 'text/javascript; charset=utf-8',
    vary: expect.stringContaining('Accept-Encoding'),
  })
  const brotli = await get(`/console/assets/${name}`, { 'accept-encoding': 'gzip, br' })
  expect(brotli.headers.get('content-encoding')).toBe('br')
  const plain = await get(`/console/assets/${name}`, { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
  const source = await readFile(new URL(`assets/${name}.gz`, builtFolder))
  expect(await plain.text()).toBe(gunzipSync(source).toString())
  for (const missing of ['none.js', '../index.html', '%2e%2e%2findex.html', `${name}.gz`]) {
    const answer = await get(`/console/assets/${missing}`)
    if (answer.headers.get('content-type')?.includes('html'))
      expect(new URL(answer.url).pathname).not.toContain('/assets/')
    else expect([missing, answer.status]).toEqual([missing, 404])
  }
})

test('another method than GET is refused', async () => {
  for (const path of ['/console', '/console/assets/none.js', '/console/session/sign-in']) {
    const answer = await fetch(opened.platform.base + path, { method: 'DELETE' })
    expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD'])
  }
})

test('the first load is 100 kB of script at most, and each screen 35 kB more', async () => {
  const manifest: Record<string, Chunk> = JSON.parse(
    await readFile(new URL('.vite/manifest.json', builtFolder), 'utf8'),
  )
  const entry = filesOf(manifest, 'index.html')
  for (const language of ['src/texts/en.ts', 'src/texts/zh-cn.ts']) {
    const first = new Set([...entry, ...filesOf(manifest, language)])
    expect(await sizeOf(first), language).toBeLessThanOrEqual(ENTRY)
  }
  const screens = Object.keys(manifest).filter((name) => /^src\/screens\/.*\.tsx$/.test(name))
  expect(screens).not.toEqual([])
  for (const screen of screens) {
    const texts = Object.keys(manifest).filter((name) => name.startsWith(screen.replace(/[^/]+$/, 'texts/')))
    for (const language of ['en.ts', 'zh-cn.ts']) {
      const own = texts.filter((name) => name.endsWith(language)).flatMap((name) => [...filesOf(manifest, name)])
      const files = new Set([...filesOf(manifest, screen), ...own].filter((file) => !entry.has(file)))
      expect(await sizeOf(files), screen).toBeLessThanOrEqual(ROUTE)
    }
  }
})

type Chunk = { file: string; imports?: string[] }

/** The files that a browser loads for a module. */
function filesOf(manifest: Record<string, Chunk>, name: string): Set<string> {
  const { file, imports = [] } = manifest[name] ?? { file: '' }
  return new Set([file, ...imports.flatMap((one) => [...filesOf(manifest, one)])])
}

async function sizeOf(files: Set<string>): Promise<number> {
  let size = 0
  for (const file of files) size += gzipSync(await readFile(new URL(file, builtFolder)), { level: 9 }).length
  return size
}
