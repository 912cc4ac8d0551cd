import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryDirectory } from '../support/process.ts'

const MEGABYTE = 1024 * 1024
const SIZE = 64 * MEGABYTE

/** Mounts a small file system, or answers that it can't. */
export function mountSmallDisk(): string | undefined {
  const above = temporaryDirectory()
  // PostgreSQL runs as somebody else, who has to get through.
  chmodSync(above, 0o711)
  const directory = join(above, 'disk')
  mkdirSync(directory)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0700`, 'tmpfs', directory], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', directory])
  })
  return directory
}

/** Fills the disk completely, whatever the server itself writes at the same time. */
export function fill(disk: string): void {
  const filler = openSync(join(disk, 'filler'), 'w')
  const { bsize } = statfsSync(disk)
  try {
    for (const size of [MEGABYTE, bsize]) {
      const block = Buffer.alloc(size)
      while (writeAll(filler, block)) {}
    }
  } finally {
    closeSync(filler)
  }
}

/** @returns false when there was no room for all of it */
function writeAll(file: number, block: Buffer): boolean {
  try {
    return writeSync(file, block) === block.length
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    return false
  }
}
