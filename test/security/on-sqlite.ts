import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openPlatform, type Platform } from '../support/platform.ts'

/** Runs attacks against a server on SQLite; each starts from the demo data. */
export function onSqlite(define: (platform: () => Platform) => void): void {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  let fresh = true
  beforeAll(async () => {
    opened = await openPlatform('sqlite')
  })
  beforeEach(async () => {
    if (!fresh) await opened.platform.reset()
    fresh = false
  })
  afterEach(() => opened.platform.checkLeaks())
  afterAll(() => opened?.close())
  define(() => opened.platform)
}
