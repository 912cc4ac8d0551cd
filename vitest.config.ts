import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// Our packages export their TypeScript source under this condition, so tests need no build.
const source = '@sendoff/source'

export default defineConfig({
  resolve: { conditions: [source, ...defaultServerConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions], externalConditions: [source, 'node'] } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    execArgv: [`--conditions=${source}`, '--disable-warning=ExperimentalWarning'],
    // Limits for what hangs. A machine that is busy takes ten times as long as another one, and is not at fault.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 25_000 } },
  },
})
