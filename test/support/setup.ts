/** Runs around each test file. Most files share processes, so each leaves globals as it found them. */
import { afterAll, beforeAll, vi } from 'vitest'
import { forgetSecrets } from './leaks/watch.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** CPU time of a file in its own process, in seconds. Child processes and PostgreSQL are not in it. */
    cpu?: number
  }
}

const before = process.cpuUsage()

// biome-ignore lint/correctness/noEmptyPattern: vitest reads the parameters, and asks for a pattern in the first place.
beforeAll(({}, { file }) => () => {
  const { user, system } = process.cpuUsage(before)
  file.meta.cpu = (user + system) / 1e6
})

afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  forgetSecrets()
})
