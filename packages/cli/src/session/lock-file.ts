import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'

/** The process that holds a lock. */
export type Holder = {
  readonly pid: number
  readonly host: string
  readonly since: string
  readonly to: readonly string[]
}

/**
 * Takes a lock for this process. The lock of a process that is gone is replaced.
 *
 * @param to the URLs for which it is held, if there are any
 * @returns a function that gives it back, or the living process that has it
 */
export function takeLock(file: string, to: readonly string[] = []): (() => void) | Holder {
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString(), to })
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
      return () => {
        if (read(file) === mine) rmSync(file, { force: true })
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const found = read(file)
    // An empty file is one that another process has just made, or could not fill, as on a full disk.
    const holder = holderIn(found)
    if (holder && isAlive(holder)) return holder
    if (found || (found === '' && isOld(file))) removeStale(file, found)
  }
}

/** Reads the living process of this machine that holds a lock. */
export function holderOf(file: string): Holder | undefined {
  const holder = holderIn(read(file))
  return holder && holder.host === hostname() && isAlive(holder) ? holder : undefined
}

/** The time after which an empty lock is stale, in milliseconds. */
const EMPTY = 2000

const isOld = (file: string): boolean => {
  const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  return modified !== undefined && Date.now() - modified > EMPTY
}

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function holderIn(text: string | undefined): Holder | undefined {
  try {
    return text ? (JSON.parse(text) as Holder) : undefined
  } catch {
    return undefined
  }
}

/** Tells whether a process is there. One on another machine that shares the folder counts as alive: nothing can be known of it. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes a stale lock by renaming, which only one of several processes can do, and puts back one that was not stale after all. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (read(aside) === stale) rmSync(aside, { force: true })
  else renameSync(aside, file)
}
