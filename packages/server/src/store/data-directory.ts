import { accessSync, closeSync, constants, mkdirSync, openSync } from 'node:fs'

/** The path of the data directory is not a usable directory. */
export class DirectoryUnusable extends Error {
  override name = 'DirectoryUnusable'
}

const REASONS: Record<string, string> = {
  EEXIST: 'is a file',
  ENOTDIR: 'is below a file',
  EACCES: 'may not be written to by this user',
  EPERM: 'may not be written to by this user',
  EROFS: 'is on a read-only file system',
}

/**
 * Creates the data directory, accessible to its owner only, unless it exists.
 *
 * @throws {DirectoryUnusable} if it is a file, or can't be written to
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
 * Creates a file that only its owner can read, unless it exists. SQLite gives the files beside a database the mode of the database. An
 * existing file is not even opened: closing it would release the locks that this process has on it (fcntl(2)).
 *
 * @returns the path of the file
 */
export function makePrivateFile(file: string): string {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return file
}
