import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeDataDirectory, makePrivateFile } from './data-directory.ts'

/** A data directory that another process has in use. */
export class DirectoryInUse extends Error {
  override name = 'DirectoryInUse'
  readonly pid: string
  constructor(directory: string, pid: string) {
    super(
      `The data directory ${directory} is in use by process ${pid}. Stop that process, or set SENDOFF_DATA_DIR to another directory.`,
    )
    this.pid = pid
  }
}

/**
 * Takes a data directory for this process alone. The lock is the kernel's, on a file of its own, so it ends with the process
 * however that ends, and the database itself can still be read by other programs.
 *
 * @throws {DirectoryInUse} when another process, or another server of this one, has it
 * @throws {DirectoryUnusable}
 */
export function lockDirectory(directory: string): { release(): void } {
  makeDataDirectory(directory)
  const pidFile = join(directory, 'pid')
  const lock = new DatabaseSync(makePrivateFile(join(directory, 'lock')), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (!/locked|busy/.test(String(error))) throw error
    throw new DirectoryInUse(directory, readPid(pidFile))
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  return { release: () => lock.close() }
}

function readPid(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'unknown'
  } catch {
    return 'unknown'
  }
}
