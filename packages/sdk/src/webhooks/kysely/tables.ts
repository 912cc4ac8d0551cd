import type { Kysely } from 'kysely'

export interface Tables {
  sendoff_event: { event_id: string; handled_at: number | bigint | string }
  sendoff_receipt: { event_id: string; receipt: string; handled_at: number | bigint | string }
  sendoff_cursor: { organization: string; sequence: number | bigint | string }
  sendoff_open_event: { organization: string; sequence: number | bigint | string }
  sendoff_subject: {
    organization: string
    subject: string
    sequence: number | bigint | string
    handled_at: number | bigint | string
  }
}

/**
 * Creates the tables `sendoff_event`, `sendoff_receipt`, `sendoff_cursor`, `sendoff_open_event` and `sendoff_subject` if they do not exist;
 * call it in a migration or at start.
 */
export async function createTables<DB>(db: Kysely<DB>): Promise<void> {
  await db.schema
    .createTable('sendoff_event')
    .ifNotExists()
    .addColumn('event_id', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('handled_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('sendoff_receipt')
    .ifNotExists()
    .addColumn('event_id', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('receipt', 'text', (column) => column.notNull())
    .addColumn('handled_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('sendoff_cursor')
    .ifNotExists()
    .addColumn('organization', 'varchar(64)', (column) => column.primaryKey())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('sendoff_open_event')
    .ifNotExists()
    .addColumn('organization', 'varchar(64)', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sendoff_open_event_key', ['organization', 'sequence'])
    .execute()
  await db.schema
    .createTable('sendoff_subject')
    .ifNotExists()
    .addColumn('organization', 'varchar(64)', (column) => column.notNull())
    .addColumn('subject', 'varchar(255)', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('handled_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sendoff_subject_key', ['organization', 'subject'])
    .execute()
}

/** The tables of this module, which are in the database but not in its type. */
export function tablesOf<DB>(db: Kysely<DB>): Kysely<Tables> {
  return db as unknown as Kysely<Tables>
}
