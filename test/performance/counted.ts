import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { query, type Settings } from '../support/database.ts'
import { environmentOn, eventually } from '../support/environment.ts'
import type { StoreName } from '../support/parts.ts'
import { Caller } from '../support/platform.ts'
import { startProcess, temporaryDirectory } from '../support/process.ts'

type Line = { of?: string; text?: string; end?: string }

/** A request to count: makes what it needs, and returns the request. */
export type Ask = () => Promise<{ method: string; path: string; headers: Record<string, string>; body?: string }>

/** Statements are prepared by names, and texts compiled, in the first uses. */
const WARM_UP = 4
/** The tries of which the least counts: work beside the requests can only add to one. */
const TRIES = 5

const WATCH = join(import.meta.dirname, 'watch-statements.ts')

/** Starts a server of which every statement is written down. */
export async function startCounted(store: StoreName) {
  const settings = await environmentOn(store)
  const file = join(temporaryDirectory(), 'statements')
  writeFileSync(file, '')
  const environment = { ...settings, STATEMENTS: file, NODE_OPTIONS: `--import=${WATCH}`, SENDOFF_LOG_LEVEL: 'warn' }
  const server = await startProcess(environment)
  const caller = new Caller(server.base, server.data)
  const lines = (): Line[] =>
    readFileSync(file, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line))
  let label = 0

  async function answer(ask: Ask, of: string): Promise<string> {
    const { path, headers, ...rest } = await ask()
    const answer = await fetch(server.base + path, { ...rest, headers: { ...headers, 'x-counted': of } })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text}`)
    await eventually(() => lines().some(({ end }) => end === of))
    return text
  }

  /** The statements that a request needs until it is answered. */
  async function statementsOf(ask: Ask): Promise<string[]> {
    let least: string[] | undefined
    for (let tried = -WARM_UP; tried < TRIES; tried++) {
      const of = String(label++)
      await answer(ask, of)
      const all = lines()
      const end = all.findIndex((line) => line.end === of)
      const texts = all.slice(0, end).flatMap((line) => (line.of === of && line.text !== undefined ? [line.text] : []))
      if (tried >= 0 && (least === undefined || texts.length < least.length)) least = texts
    }
    return least ?? []
  }

  return { settings, caller, lines, statementsOf }
}

/** The pages that a work writes to the log of SQLite, the median of some tries: a new page of an index now and then adds to one. */
export async function pagesWritten(settings: Settings, work: () => Promise<void>): Promise<number> {
  const log = join(settings.SENDOFF_DATA_DIR ?? '', 'sendoff.sqlite-wal')
  const pages: number[] = []
  for (let tried = 0; tried < 9; tried++) {
    // A log of which all is in the database already is not begun again while a reader needs it.
    await eventually(async () => {
      await query(settings, 'pragma wal_checkpoint(truncate)')
      return statSync(log).size === 0
    })
    await work()
    pages.push(Math.floor(statSync(log).size / PAGE))
  }
  return pages.toSorted((a, b) => a - b)[Math.floor(pages.length / 2)] ?? Number.NaN
}

/** The bytes of a page in the log, of which 24 are its header: https://sqlite.org/fileformat2.html#walformat */
export const PAGE = 4096 + 24
