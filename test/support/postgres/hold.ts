import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { onTestFinished } from 'vitest'

/** Rows that a transaction of the test locks, so that others wait. Its changes are committed when it releases them. */
export type Held = {
  /** Resolves when a number of others wait for a lock in this database, or when something else has ended first. */
  waited(others: number, or: Promise<unknown>): Promise<void>
  /** Commits. */
  release(): Promise<void>
}

/** Runs a statement in a transaction that stays open, on PostgreSQL: between two steps of a server something else can happen. */
export async function hold(databaseUrl: string, statement: string): Promise<Held> {
  const [holder, watcher] = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)]
  await Promise.all([holder.connect(), watcher.connect()])
  onTestFinished(async () => {
    await Promise.all([holder.end(), watcher.end()])
  })
  await holder.query('begin')
  await holder.query(statement)
  return {
    async waited(others, or) {
      let ended = false
      or.finally(() => {
        ended = true
      }).catch(() => {})
      const waiting = async () => {
        const { rows } = await watcher.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        return rows.length
      }
      while (!ended && (await waiting()) < others) await delay(5)
    },
    async release() {
      await holder.query('commit')
    },
  }
}
