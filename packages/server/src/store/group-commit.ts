import { setImmediate as aTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { GroupDriver } from './group-driver.ts'
import type { Schema, Tx } from './schema.ts'
import { classified } from './sqlite-outage.ts'
import { StoreUnavailable } from './store.ts'

/** The most transactions in a group, and the CPU time after which none is added, in milliseconds. */
const MOST = 64
const LONGEST = 50

type Waiting = {
  run: (tx: Tx) => Promise<unknown>
  isLong: boolean
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}
type Outcome = { value: unknown } | { error: unknown }
type Ended = { one: Waiting; outcome: Outcome }

/** The transactions of a store, in groups with one commit each. */
export interface Groups {
  /**
   * Runs a transaction; resolves after the commit of its group. It runs again if it waits for something while others wait for its group.
   *
   * @param isLong true for a group of its own, so that no short transaction is answered later because of it
   * @throws {StoreUnavailable}
   */
  transaction<Result>(run: (tx: Tx) => Promise<Result>, isLong: boolean): Promise<Result>
  /** Runs something between two groups, outside of any transaction. */
  between(run: () => void): Promise<void>
  /** Resolves once no transaction runs or waits. */
  idle(): Promise<void>
}

/**
 * Groups the transactions that are ready in one turn of the event loop, or become ready while another group runs. They run one after
 * another as members of one SQLite transaction and are answered after its commit. Nobody waits for company.
 *
 * @see docs/decisions/store.md
 */
export function groupCommits(db: Kysely<Schema>, driver: GroupDriver): Groups {
  const waiting: Waiting[] = []
  const between: (() => void)[] = []
  let running: Promise<void> | undefined

  async function runAll(): Promise<void> {
    while (waiting.length > 0 || between.length > 0) {
      // In this turn, other requests that have arrived come as far as their transactions.
      await aTurn()
      for (const run of between.splice(0)) run()
      await runGroup()
    }
    running = undefined
  }

  async function runGroup(): Promise<void> {
    const until = cpuTime() + LONGEST
    const ended: Ended[] = []
    do {
      const one = waiting.shift()
      if (!one) break
      const isFirst = ended.length === 0
      if (isFirst && !begin(one)) return
      const outcome = isFirst ? await outcomeOf(one) : await outcomeInATurn(one)
      if (outcome === 'later') {
        waiting.unshift(one)
        break
      }
      // A first refusal has read nothing that is not committed, so that nothing has to be waited for.
      if (isFirst && 'error' in outcome) settle({ one, outcome })
      else ended.push({ one, outcome })
      if (ended.length > 0 && !driver.isOpen) {
        // SQLite has rolled back everything by itself, for example on a full disk.
        fail(ended.splice(0), 'error' in outcome ? outcome.error : undefined)
      }
    } while (mayTakeMore(ended, until))
    if (ended.length > 0) commit(ended)
  }

  /** Begins the transaction. Where that fails, everybody has waited as long for the lock and fails, too. */
  function begin(one: Waiting): boolean {
    try {
      driver.begin()
      return true
    } catch (error) {
      fail(
        [one, ...waiting.splice(0)].map((one) => ({ one, outcome: { error } })),
        error,
      )
      return false
    }
  }

  function mayTakeMore(ended: Ended[], until: number): boolean {
    if (ended.length === 0) return cpuTime() < until
    const isLong = ended[0]?.one.isLong || waiting[0]?.isLong
    return !isLong && ended.length < MOST && cpuTime() < until
  }

  async function outcomeOf({ run }: Waiting): Promise<Outcome> {
    try {
      return { value: await db.transaction().execute(run) }
    } catch (error) {
      return { error }
    }
  }

  /**
   * The outcome of a member that is not the first, or `later` if it waits for something else than statements: the members before it
   * must not wait with it, and it may even wait for one of them. It is rolled back and becomes the first of the next group.
   */
  async function outcomeInATurn(one: Waiting): Promise<Outcome | 'later'> {
    const turn = Promise.withResolvers<undefined>()
    const immediate = setImmediate(turn.resolve, undefined)
    const outcome = outcomeOf(one)
    const inTime = await Promise.race([outcome, turn.promise])
    clearImmediate(immediate)
    return inTime || !driver.abandon() ? outcome : 'later'
  }

  function commit(ended: Ended[]): void {
    try {
      driver.commit()
    } catch (error) {
      fail(ended, error)
      return
    }
    for (const one of ended) settle(one)
  }

  return {
    transaction: <Result>(run: (tx: Tx) => Promise<Result>, isLong: boolean) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ run, isLong, resolve: resolve as (value: unknown) => void, reject })
        running ??= runAll()
      }),
    between: (run) =>
      new Promise((resolve, reject) => {
        between.push(() => {
          try {
            resolve(run())
          } catch (error) {
            reject(error)
          }
        })
        running ??= runAll()
      }),
    async idle() {
      while (running) await running
    },
  }
}

/** The CPU time of this thread in milliseconds: on a busy machine the clock would leave a group only its first member. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function settle({ one, outcome }: Ended): void {
  if ('error' in outcome) one.reject(classified(outcome.error))
  else one.resolve(outcome.value)
}

/** Fails all members, also those whose own outcome was a refusal: each may have read what another wrote. */
function fail(ended: Ended[], error: unknown): void {
  const unavailable = new StoreUnavailable(String(error), { cause: error })
  for (const { one, outcome } of ended) {
    const isCause = 'error' in outcome && outcome.error === error
    one.reject(isCause ? classified(error) : unavailable)
  }
}
