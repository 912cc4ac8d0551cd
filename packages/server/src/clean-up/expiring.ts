import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Schema } from '../store/schema.ts'

/** The times by which rows expire, in milliseconds. The business clock is never behind the real one. */
export type Times = { real: number; business: number }

/** A table whose rows are of no use, and are refused or passed over, once they have expired. */
export type Expiring = {
  table: keyof Schema
  key: readonly string[]
  /** The column that says until when a row is good; null is for ever. */
  until: string
  /** The clock by which it was written. */
  clock: keyof Times
  /** A condition for rows that are still needed though that time is over. */
  unlessNeeded?: (times: Times) => RawBuilder<SqlBool>
}

/** Every table from which rows are removed when they have expired. */
export const expiring: readonly Expiring[] = [
  { table: 'oidc_model', key: ['kind', 'id_digest'], until: 'expires_at', clock: 'real' },
  {
    table: 'idempotency',
    key: ['org_id', 'principal', 'key'],
    until: 'expires_at',
    clock: 'business',
    // The key of a request that moves the sandbox's clock is taken until it is over.
    unlessNeeded: ({ real }) => sql`(status is not null or lease_until <= ${real})`,
  },
  { table: 'offboarding_preview', key: ['org_id', 'preview_id'], until: 'expires_at', clock: 'business' },
  { table: 'verification_code', key: ['code_id'], until: 'expires_at', clock: 'business' },
  { table: 'proven_network', key: ['address', 'network'], until: 'expires_at', clock: 'business' },
  { table: 'webhook_secret', key: ['endpoint_id', 'secret_id'], until: 'expires_at', clock: 'business' },
  {
    table: 'counter',
    key: ['subject'],
    until: 'window_ends_at',
    // Some windows go by the business clock; a window that is over by the real clock is over by both.
    clock: 'real',
  },
]
