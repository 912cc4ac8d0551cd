import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataDirectory } from '../store/data-directory.ts'

/**
 * Reads the sandbox's master key, which is created on the first start and kept in the data directory, readable by its owner only. In
 * live mode the key comes from the environment, apart from the data.
 *
 * @returns 32 bytes
 * @throws {DirectoryUnusable}
 */
export function sandboxMasterKey(directory: string): Buffer {
  makeDataDirectory(directory)
  const file = join(directory, 'master.key')
  const mine = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  writeFileSync(mine, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  try {
    // A link never replaces a file: of two servers that start together, both read the key of the first.
    linkSync(mine, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine)
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
}
