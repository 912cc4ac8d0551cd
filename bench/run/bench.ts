import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Settings } from '../../test/support/database.ts'
import { createDatabase } from '../../test/support/postgres/database.ts'
import { type PostgresServer, startPostgres } from '../../test/support/postgres/server.ts'
import { type Checkout, checkouts } from '../servers/checkout.ts'
import { type Client, startClient } from '../servers/client.ts'
import type { Options } from './options.ts'

/** The number of kept connections of the client, and of the organisations that unlink, so that none waits for another's lock. */
export const CONNECTIONS = 16

export type StoreName = 'sqlite' | 'postgres'

/** The common parts of a run. */
export class Bench {
  readonly options: Options
  readonly checkouts: readonly Checkout[]
  readonly client: Client = startClient()
  readonly #root = mkdtempSync(join(tmpdir(), 'sendoff-bench-'))
  #postgres: Promise<PostgresServer> | undefined
  /** The version of PostgreSQL, once it has started. */
  postgresVersion: string | undefined

  constructor(options: Options) {
    this.options = options
    this.checkouts = checkouts(options.before)
  }

  /** Returns the smaller count in a quick run, at least one for each connection. */
  size = (quick: number, full: number): number =>
    Math.max(CONNECTIONS, Math.round((this.options.quick ? quick : full) * this.options.scale))

  directory = (): string => mkdtempSync(join(this.#root, 'data-'))

  /** Makes a place for the data of a server. */
  async place(store: StoreName): Promise<Settings> {
    const SENDOFF_DATA_DIR = this.directory()
    return store === 'sqlite' ? { SENDOFF_DATA_DIR } : { SENDOFF_DATA_DIR, DATABASE_URL: await this.database() }
  }

  /** Creates a database on a PostgreSQL whose commits are durable. */
  async database(): Promise<string> {
    this.#postgres ??= startPostgres({ durable: true })
    const server = await this.#postgres.catch((error: unknown) => {
      // A machine that was too busy for its start may be idle at the next work.
      this.#postgres = undefined
      throw error
    })
    const { url } = await createDatabase(server.url)
    this.postgresVersion ??= await versionOf(url)
    return url
  }

  async close(): Promise<void> {
    this.client.stop()
    await (await this.#postgres)?.stop()
    rmSync(this.#root, { recursive: true, force: true })
  }
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  return rows[0]?.server_version ?? ''
}
