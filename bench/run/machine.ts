import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Checkout } from '../servers/checkout.ts'

/** Names the machine and the versions of a run, one a line. */
export function describeMachine(checkouts: readonly Checkout[], postgres: string | undefined): string[] {
  const [first] = cpus()
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GiB`
  const load = loadavg()[0]?.toFixed(1)
  return [
    `Machine: ${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory}, ${process.platform} ${process.arch}; load at the start ${load}`,
    `Versions: Node ${process.versions.node}, SQLite ${process.versions.sqlite}, PostgreSQL ${postgres ?? 'not used'}`,
    ...checkouts.map(({ name, folder }) => `${name === 'after' ? 'After' : 'Before'}: ${commitOf(folder)}`),
  ]
}

/** The commit of a checkout, with a remark if its files differ from it. */
export function commitOf(folder: string): string {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim()
  try {
    const commit = git('log', '-1', '--format=%h %s')
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'packages')
    return changed === '' ? commit : `${commit}, with changes that are not committed`
  } catch {
    return `${folder}, without git`
  }
}
