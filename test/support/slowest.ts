import type { Reporter, TestModule } from 'vitest/node'

const COUNT = 10

/** A reporter that names the slowest files at the end of a run, with their time and their own CPU time. */
export class Slowest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= COUNT) return
    const slowest = [...modules].sort((a, b) => time(b) - time(a)).slice(0, COUNT)
    console.log(`\nThe ${COUNT} slowest of ${modules.length} files (time, CPU time of the file's own process):`)
    for (const one of slowest) {
      const { cpu } = one.meta()
      console.log(
        `${seconds(time(one) / 1000)} ${cpu === undefined ? '       ?' : seconds(cpu)}  ${one.relativeModuleId}`,
      )
    }
  }
}

/** Imports, hooks and tests of a file, in milliseconds. */
function time(module: TestModule): number {
  const { collectDuration, duration } = module.diagnostic()
  return collectDuration + duration
}

const seconds = (value: number) => `${value.toFixed(1)} s`.padStart(8)
