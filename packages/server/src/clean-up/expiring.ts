import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Schema } from '../store/schema.ts'

/** The current times of the clocks by which rows expire, in milliseconds. The business clock is never behind the real one. */
export type Times = { real: number; business: number }

/** A table whose expired rows are useless, and refused or skipped. */
export type Expiring = {
  table: keyof Schema
  key: readonly string[]
  /** The column with the expiry of a row; null is never. */
  until: string
  /** The clock of that column. */
  clock: keyof Times
  /** A condition for expired rows that are still needed. */
  unlessNeeded?: (times: Times) => RawBuilder<SqlBool>
}

/** Every table from which expired rows are removed. */
export const expiring: readonly Expiring[] = [
  { table: 'oidc_model', key: ['kind', 'id_digest'], until: 'expires_at', clock: 'real' },
  { table: 'consent', key: ['account_id', 'consent_id'], until: 'expires_at', clock: 'real' },
  {
    table: 'idempotency',
    key: ['org_id', 'principal', 'key'],
    until: 'expires_at',
    clock: 'business',
    // The key of a request that moves the sandbox's clock stays taken until the request ends.
    unlessNeeded: ({ real }) => sql`(status is not null or lease_until <= ${real})`,
  },
  { table: 'offboarding_preview', key: ['org_id', 'preview_id'], until: 'expires_at', clock: 'business' },
  { table: 'leave_preview', key: ['org_id', 'preview_id'], until: 'expires_at', clock: 'business' },
  { table: 'verification_code', key: ['code_id'], until: 'expires_at', clock: 'business' },
  { table: 'proven_network', key: ['address', 'network'], until: 'expires_at', clock: 'business' },
  { table: 'receipt', key: ['org_id', 'receipt_id'], until: 'expires_at', clock: 'business' },
  { table: 'webhook_secret', key: ['endpoint_id', 'secret_id'], until: 'expires_at', clock: 'business' },
  {
    table: 'counter',
    key: ['subject'],
    until: 'window_ends_at',
    // Some windows use the business clock; a window that has ended by the real clock has ended by both.
    clock: 'real',
  },
]
