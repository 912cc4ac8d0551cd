import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { type Part, partOf, together } from './test/support/parts.ts'
import { Slowest } from './test/support/slowest.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The part of the suite that runs. */
    part: Part
    /** True with `--update`: tests that hold figures against recorded ones record them. */
    isRecording: boolean
  }
}

// Our packages export their TypeScript source under this condition, so tests need no build.
const source = '@sendoff/source'

export default defineConfig(({ mode }) => ({
  resolve: { conditions: [source, ...defaultServerConditions] },
  ssr: { resolve: { conditions: [source, ...defaultServerConditions], externalConditions: [source, 'node'] } },
  test: {
    projects: together(partOf(mode)).map((project) => ({ extends: true, test: project })),
    provide: { part: partOf(mode), isRecording: process.argv.includes('--update') },
    globalSetup: ['test/support/postgres/global-setup.ts'],
    setupFiles: ['test/support/setup.ts'],
    reporters: ['default', new Slowest()],
    pool: 'forks',
    // Quick files wait a good part of their time; in the long ones a third process would disturb what is timed.
    maxWorkers: partOf(mode) === 'quick' ? 3 : 2,
    execArgv: [`--conditions=${source}`, '--disable-warning=ExperimentalWarning'],
    // Limits for what hangs. A machine that is busy takes ten times as long as another one, and is not at fault.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 25_000 } },
  },
}))
