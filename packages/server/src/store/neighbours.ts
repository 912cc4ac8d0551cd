import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Left, LeftBehind } from './work.ts'

const CHANNEL = 'sendoff_left'
/** The least time between two notifications, in milliseconds. */
const COALESCED = 10
/** The longest payload; PostgreSQL takes less than 8,000 bytes. */
const LONGEST = 7900
/** The time before another attempt to listen, in milliseconds. */
const AGAIN = { first: 100, longest: 5000 }

/** Receives a task that was left behind and its subjects; none if they are not known. */
export type Listener = (what: LeftBehind, subjects: readonly string[]) => void
type Told = { from: string; told: [LeftBehind, string[]][] }
type Options = {
  config: pg.ClientConfig
  /** Runs a statement outside any transaction. */
  run(statement: string, values: string[]): Promise<unknown>
  listener: Listener
}

/** The other servers on a shared database. Servers notify each other of the tasks that commits leave behind. */
export interface Neighbours {
  /** Notifies the others; soon, and together with whatever else there is to tell. */
  tell(left: Left): void
  close(): Promise<void>
}

/**
 * Notifies the others and listens to them (NOTIFY and LISTEN). A notification is a separate statement after the commit: inside the
 * transaction, it would make commits wait for each other. It may be lost; the others also poll.
 */
export function joinNeighbours({ config, run, listener }: Options): Neighbours {
  const self = randomUUID()
  const untold = new Map<LeftBehind, Set<string> | 'anybody'>()
  let timer: NodeJS.Timeout | undefined
  let client: pg.Client | undefined
  let isClosed = false
  let wait = AGAIN.first
  let retry: NodeJS.Timeout | undefined
  const connected = listen()

  async function listen(): Promise<void> {
    const own = new pg.Client({ ...config, query_timeout: 0 })
    client = own
    let isLost = false
    const lost = () => {
      if (isLost || isClosed) return
      isLost = true
      void own.end().catch(() => {})
      retry = setTimeout(() => void listen(), wait)
      wait = Math.min(AGAIN.longest, wait * 2)
    }
    own.on('error', lost)
    own.on('end', lost)
    own.on('notification', ({ payload }) => hear(payload ?? ''))
    try {
      await own.connect()
      await own.query(`listen ${CHANNEL}`)
      wait = AGAIN.first
      // Notifications in the meantime were missed.
      listener('deliveries', [])
      listener('due_work', [])
      listener('events', [])
    } catch {
      lost()
    }
  }

  function hear(payload: string): void {
    const { from, told } = JSON.parse(payload) as Told
    if (from !== self) for (const [what, subjects] of told) listener(what, subjects)
  }

  function tellNow(): void {
    timer = undefined
    const told: Told['told'] = [...untold].map(([what, subjects]) => [
      what,
      subjects === 'anybody' ? [] : [...subjects],
    ])
    untold.clear()
    const whole = JSON.stringify({ from: self, told } satisfies Told)
    const brief: Told = { from: self, told: told.map(([what]) => [what, []]) }
    const payload = whole.length <= LONGEST ? whole : JSON.stringify(brief)
    run('select pg_notify($1, $2)', [CHANNEL, payload]).catch(() => {})
  }

  return {
    tell(left) {
      for (const [what, subjects] of left) {
        const known = untold.get(what) ?? new Set()
        const isAnybody = subjects.size === 0 || known === 'anybody'
        untold.set(what, isAnybody ? 'anybody' : new Set([...known, ...subjects]))
      }
      if (left.size > 0) timer ??= setTimeout(tellNow, COALESCED)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      clearTimeout(retry)
      await connected
      await client?.end().catch(() => {})
    },
  }
}
