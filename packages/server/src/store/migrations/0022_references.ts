import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** The number of offboardings whose recipients are read at a time. */
const PAGE = 500

/**
 * Adds the reasons of outcomes, handovers of held resources, and the places that refer to a member, so that they can be
 * replaced when the member departs and given back when they are restored.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await outcomes(db)
  await references(db)
  await previews(db)
  await indexRecipients(db as Kysely<Schema>)
}

async function outcomes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('handover_item').addColumn('recipient_reason', 'text').execute()
  await db.schema.alterTable('handover_item').addColumn('intended_recipient_id', 'text').execute()
  await db.schema.alterTable('handover_item').addColumn('handed_over_at', 'bigint').execute()
  await db.schema
    .createTable('held_handover')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('departure_id', 'text', (c) => c.notNull())
    .addColumn('handover_id', 'text', (c) => c.notNull())
    .addColumn('choices', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('actor_type', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('position', 'text', (c) => c.notNull())
    .addColumn('received', 'text', (c) => c.notNull())
    .addColumn('unavailable', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('completed_at', 'bigint')
    .addPrimaryKeyConstraint('held_handover_pk', ['org_id', 'departure_id', 'handover_id'])
    .execute()
}

async function references(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('departure').addColumn('successor_id', 'text').execute()
  await db.schema.alterTable('offboarding').addColumn('successor_id', 'text').execute()
  await db.schema
    .createTable('departure_reference')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('departure_id', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('holder_id', 'text')
    .addColumn('given_back', 'integer')
    .addPrimaryKeyConstraint('departure_reference_pk', ['org_id', 'departure_id', 'role', 'subject_id'])
    .execute()
  await db.schema
    .createTable('offboarding_recipient')
    .addColumn('org_id', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('offboarding_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('offboarding_recipient_pk', ['org_id', 'account_id', 'offboarding_id'])
    .execute()
  await db.schema
    .createIndex('offboarding_recipient_of_offboarding')
    .on('offboarding_recipient')
    .columns(['org_id', 'offboarding_id'])
    .execute()
  await db.schema.createIndex('account_of_manager').on('account').columns(['org_id', 'manager_id']).execute()
  await db.schema.createIndex('department_of_head').on('department').columns(['org_id', 'head_id']).execute()
}

async function previews(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('offboarding_preview')
    .addColumn('handover', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute()
  await db.schema.alterTable('offboarding_preview').addColumn('successor_id', 'text').execute()
}

/** Stores the recipients that scheduled offboardings name, which were only in the text of their handovers. */
async function indexRecipients(db: Kysely<Schema>): Promise<void> {
  for (let [org, after] = ['', '']; ; ) {
    const page = await db
      .selectFrom('offboarding')
      .select(['org_id', 'offboarding_id', 'handover'])
      .where('status', '=', 'scheduled')
      .where((or) =>
        or.or([or('org_id', '>', org), or.and([or('org_id', '=', org), or('offboarding_id', '>', after)])]),
      )
      .orderBy('org_id')
      .orderBy('offboarding_id')
      .limit(PAGE)
      .execute()
    for (const { org_id, offboarding_id, handover } of page) {
      const ids = new Set(handover.match(/acct_[0-9a-f]{32}/g))
      if (ids.size === 0) continue
      const rows = [...ids].map((account_id) => ({ org_id, account_id, offboarding_id }))
      await db.insertInto('offboarding_recipient').values(rows).execute()
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    org = last.org_id
    after = last.offboarding_id
  }
}
