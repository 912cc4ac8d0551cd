import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const HEADER = 32
const FRAME_HEADER = 24

/**
 * Counts the commits in the log of an SQLite database since the log last began: frames of its present salt that give a size of
 * the database.
 *
 * @see https://sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function countCommits(directory: string): number {
  const log = readFileSync(join(directory, 'sendoff.sqlite-wal'))
  if (log.length < HEADER) return 0
  const page = log.readUInt32BE(8)
  const salt = log.subarray(16, 24)
  let commits = 0
  for (let at = HEADER; at + FRAME_HEADER + page <= log.length; at += FRAME_HEADER + page) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break
    if (log.readUInt32BE(at + 4) > 0) commits++
  }
  return commits
}
