import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { EXIT, Failure } from '../errors/failure.ts'
import type { Folders } from '../session/folders.ts'
import { checkedName } from '../session/profiles.ts'
import type { Texts } from '../texts/texts.ts'
import { localTime } from '../values/local-time.ts'

/** The process that holds the name of a listener. */
type Holder = { readonly pid: number; readonly host: string; readonly since: string; readonly to: readonly string[] }

/**
 * Takes the name of a listener for this process, so that no second one moves the same cursor. The lock of a process that is gone is
 * replaced.
 *
 * @returns a function that gives the name back
 * @throws {Failure} exit 1, with the process that has it
 */
export function takeName({ state }: Folders, name: string, to: readonly string[], texts: Texts): () => void {
  const file = join(state, 'listen', `${checkedName(name, texts)}.lock`)
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
    if (holder && isAlive(holder)) {
      const { pid, host, since } = holder
      const message = texts.listen.taken(name, pid, host, localTime(since), holder.to)
      throw new Failure(EXIT.refused, 'listener_exists', message, { holder })
    }
    if (found || (found === '' && isOld(file))) removeStale(file, found)
  }
}

/** The URLs of the listeners that run on this machine. */
export function targetsIn({ state }: Folders): string[] {
  const folder = join(state, 'listen')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((file) => {
    const holder = file.endsWith('.lock') ? holderIn(read(join(folder, file))) : undefined
    return holder && holder.host === hostname() && isAlive(holder) ? holder.to : []
  })
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
