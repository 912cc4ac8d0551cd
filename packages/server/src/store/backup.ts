import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { makePrivateFile } from './data-directory.ts'
import { lockDirectory } from './directory-lock.ts'
import { StoreUnavailable } from './store.ts'

/** A backup that can't be made or restored; nothing was changed. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
  readonly reason: 'exists' | 'folder' | 'broken'
  readonly file: string
  readonly detail: string

  constructor(reason: BackupRefused['reason'], file: string, detail = '') {
    super(`${reason} ${file} ${detail}`)
    this.reason = reason
    this.file = file
    this.detail = detail
  }
}

/**
 * Copies the SQLite database of a directory, also while a server writes to it, and checks the copy. The copy appears under its name when
 * it is complete, flushed and sound; it holds the state of one moment.
 *
 * @param target a file that does not exist yet
 * @throws {BackupRefused}
 * @throws {StoreUnavailable} if there is no database
 */
export async function backUp(directory: string, target: string): Promise<{ file: string; bytes: number }> {
  const file = resolve(target)
  const source = join(directory, 'sendoff.sqlite')
  if (!existsSync(source)) throw new StoreUnavailable(`There is no database in ${directory}`)
  if (existsSync(file)) throw new BackupRefused('exists', file)
  const part = `${file}.part`
  const folder = (error: unknown) => new BackupRefused('folder', file, String((error as NodeJS.ErrnoException).code))
  try {
    rmSync(part, { force: true })
    makePrivateFile(part)
  } catch (error) {
    throw folder(error)
  }
  try {
    const database = new DatabaseSync(source, { readOnly: true, timeout: 5000 })
    try {
      await backup(database, part)
    } finally {
      database.close()
    }
    requireSound(part, file)
    flush(part)
    renameSync(part, file)
    flush(dirname(file))
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(part + rest, { force: true })
  }
  return { file, bytes: statSync(file).size }
}

/**
 * Puts a backup in place of the SQLite database of a directory. The former database stays beside it.
 *
 * @throws {BackupRefused} if the backup is not sound
 * @throws {DirectoryInUse} if a server uses the directory
 */
export async function restoreBackup(
  source: string,
  directory: string,
): Promise<{ file: string; kept: string | undefined }> {
  const backupFile = resolve(source)
  if (!existsSync(backupFile)) throw new BackupRefused('broken', backupFile, 'there is no such file')
  const lock = lockDirectory(directory)
  try {
    const file = join(directory, 'sendoff.sqlite')
    const part = `${file}.part`
    rmSync(part, { force: true })
    makePrivateFile(part)
    try {
      copyFileSync(backupFile, part)
      requireSound(part, backupFile)
      flush(part)
      const kept = existsSync(file) ? keep(file) : undefined
      renameSync(part, file)
      flush(directory)
      return { file, kept }
    } finally {
      for (const rest of ['', '-wal', '-shm']) rmSync(part + rest, { force: true })
    }
  } finally {
    lock.release()
  }
}

/** Moves a database with what its log still holds, so that nothing of it gets into the restored one. @returns its new name */
function keep(file: string): string {
  const database = new DatabaseSync(file, { timeout: 5000 })
  database.exec('pragma wal_checkpoint(truncate)')
  database.close()
  const kept = `${file}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
  renameSync(file, kept)
  for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true })
  return kept
}

/** @throws {BackupRefused} `broken` */
function requireSound(path: string, name: string): void {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path)
    const check = database.prepare('pragma integrity_check(1)').get() as { integrity_check: string }
    if (check.integrity_check !== 'ok') throw new Error(check.integrity_check)
    database.prepare('select name from kysely_migration limit 1').get()
    database.exec('pragma journal_mode = delete')
  } catch (error) {
    throw new BackupRefused('broken', name, (error as Error).message)
  } finally {
    database?.close()
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
