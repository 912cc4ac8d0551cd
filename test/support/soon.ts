import { vi } from 'vitest'

/** Resolves when a check passes for which there is no event: within milliseconds, on a busy machine within seconds. */
export const soon = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 25_000, interval: 20 })
