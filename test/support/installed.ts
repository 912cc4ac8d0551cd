import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { npm } from './npm.ts'

const cache = join(import.meta.dirname, '../../node_modules/.cache')

/**
 * Installs the packages of a folder's lockfile on first use and keeps them in node_modules/.cache, so that `npm ci` is spared them. Their
 * install scripts are not run.
 *
 * @param source a folder with package.json and package-lock.json
 * @param what the packages and their size, for the message
 * @returns the path of their node_modules
 */
export async function installed(source: string, what: string): Promise<string> {
  const lock = await readFile(join(source, 'package-lock.json'))
  const version = createHash('sha256').update(lock).digest('hex').slice(0, 12)
  const directory = join(cache, `sendoff-${basename(source)}-${version}`)
  if (!existsSync(directory)) {
    console.log(`Installing ${what} for the tests, once …`)
    // Renamed when it is complete, so that an aborted installation is not taken for one.
    const begun = `${directory}.${process.pid}`
    try {
      await mkdir(cache, { recursive: true })
      await cp(source, begun, { recursive: true })
      await npm(['ci', '--ignore-scripts'], begun)
      await rename(begun, directory)
    } catch (cause) {
      await rm(begun, { recursive: true, force: true })
      // Another run may have installed them first.
      if (!existsSync(directory))
        throw new Error(`The packages of ${source} could not be installed from the npm registry`, { cause })
    }
  }
  return join(directory, 'node_modules')
}
