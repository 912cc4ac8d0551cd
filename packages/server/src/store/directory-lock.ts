import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeDataDirectory, makePrivateFile } from './data-directory.ts'

/** Another process uses the data directory. */
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
 * Locks a data directory for this process. The lock is one of the kernel on a separate file: it ends with the process, however that
 * ends, and other programs can still read the database.
 *
 * @throws {DirectoryInUse} if another process, or another server in this one, holds the lock
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
