import { accessSync, closeSync, constants, mkdirSync, openSync } from 'node:fs'

/** A data directory that can't be one. */
export class DirectoryUnusable extends Error {
  override name = 'DirectoryUnusable'
}

const REASONS: Record<string, string> = {
  EEXIST: 'is a file',
  ENOTDIR: 'is below a file',
  EACCES: 'may not be written to by this user',
  EPERM: 'may not be written to by this user',
  EROFS: 'is on a file system that is read-only',
}

/**
 * Makes the data directory, for its owner alone, unless it is there.
 *
 * @throws {DirectoryUnusable} when it is a file, or can't be written to
 */
export function makeDataDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
    if (reason === undefined) throw error
    throw new DirectoryUnusable(
      `The data directory ${directory} ${reason}. Set SENDOFF_DATA_DIR to a directory that can be written to.`,
      { cause: error },
    )
  }
}

/**
 * Makes a file that its owner alone can read, unless it is there. What SQLite puts beside a database has the mode of that. A file
 * that is there is not even opened: closing it again would end the locks that this process has on it (fcntl(2)).
 *
 * @returns the file
 */
export function makePrivateFile(file: string): string {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return file
}
