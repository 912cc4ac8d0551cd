import { existsSync, statfsSync } from 'node:fs'

/** Linux's file system in memory. Disks can take half a second for the hundreds of files of a database, and 10 ms for a commit. */
const MEMORY = '/dev/shm'
const NEEDED = 4 * 1024 ** 3

/** The directory for data that a test may lose, if there is room: containers often have only 64 MB there, or a limit to their use. */
export function memory(): string | undefined {
  if (!existsSync(MEMORY)) return undefined
  const { bavail, bsize } = statfsSync(MEMORY)
  return Math.min(bavail * bsize, process.availableMemory()) >= NEEDED ? MEMORY : undefined
}
