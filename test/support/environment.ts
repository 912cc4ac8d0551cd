import { setTimeout as delay } from 'node:timers/promises'
import { inject, onTestFinished } from 'vitest'
import type { Settings } from './database.ts'
import type { StoreName } from './parts.ts'
import { createDatabase } from './postgres/database.ts'
import { temporaryDirectory } from './process.ts'

/** True if the long versions run: `npm run test:faults`. */
export const long = process.env.SENDOFF_LONG === '1'

/** The lease of a claim on PostgreSQL, in milliseconds: the time limit of an attempt and 10 seconds. */
export const LEASE = 25_000

/** A data directory, and on PostgreSQL a database, for server processes that share them. */
export async function environmentOn(store: StoreName): Promise<Settings> {
  const directory = { SENDOFF_DATA_DIR: temporaryDirectory() }
  if (store === 'sqlite') return directory
  const { url, drop } = await createDatabase(inject('postgresUrl'))
  onTestFinished(drop)
  return { ...directory, DATABASE_URL: url }
}

/** Resolves when a condition holds for which there is no event; the test's own time limit applies. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(50)
}

/** Seconds since a moment of `performance.now()`, to print. */
export const secondsSince = (moment: number): string => ((performance.now() - moment) / 1000).toFixed(1)
