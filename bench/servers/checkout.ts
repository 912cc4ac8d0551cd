import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A copy of the repository whose server takes part. */
export type Checkout = { name: 'before' | 'after'; folder: string }

const HERE = join(import.meta.dirname, '../..')

/** This checkout, and the other one before it. @throws {Error} if the other folder has no installed server */
export function checkouts(before: string | undefined): Checkout[] {
  const after: Checkout = { name: 'after', folder: HERE }
  if (before === undefined) return [after]
  if (!existsSync(mainOf(before))) throw new Error(`--before must be a folder with a checkout, and ${before} is none`)
  if (!existsSync(join(before, 'node_modules'))) throw new Error(`${before} must be installed: run npm ci there`)
  return [{ name: 'before', folder: before }, after]
}

/** The program of a checkout's server. */
export const mainOf = (folder: string): string => join(folder, 'packages/server/src/main.ts')
