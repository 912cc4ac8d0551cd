import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { readEmail } from '../../values/email.ts'
import { readPhone } from '../../values/phone.ts'
import type { Reading } from '../../values/reading.ts'
import { searchColumns } from '../../values/search.ts'
import { recordset } from '../recordset.ts'

type Contact = { email: string | null; phone: string | null }
type Tables = {
  identity: Contact & { identity_id: string }
  account: Contact & {
    account_id: string
    name: string
    external_id: string | null
    status: string
    search_name: string | null
    search_contacts: string | null
  }
}

/** The rows that are held in memory at a time. */
const PAGE = 1000

/**
 * Adds the folded texts of accounts for search, fills them in pages, and brings addresses of older versions into their one form. A trigger
 * empties the folded texts of an account that is changed without them, for example by a server of the version before; `clean-up`
 * fills them again.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('account').addColumn('search_name', 'text').execute()
  await db.schema.alterTable('account').addColumn('search_contacts', 'text').execute()
  await settleIdentities(db)
  await fillAccounts(db)
  await db.schema
    .createIndex('account_unfolded')
    .on('account')
    .columns(['account_id'])
    .where(sql<boolean>`search_name is null and status <> 'purged'`)
    .execute()
  await addTrigger(db)
}

/** Brings sign-in addresses into their one form, except where somebody else has that already. */
async function settleIdentities(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('identity')
      .select(['identity_id', 'email', 'phone'])
      .where('identity_id', '>', after)
      .orderBy('identity_id')
      .limit(PAGE)
      .execute()
    for (const { identity_id, ...contact } of rows) {
      const settled = settle(contact)
      for (const column of ['email', 'phone'] as const) {
        if (settled[column] === contact[column]) continue
        await db
          .updateTable('identity')
          .set({ [column]: settled[column] })
          .where('identity_id', '=', identity_id)
          .where((has) =>
            has.not(
              has.exists(
                has.selectFrom('identity as other').select('other.identity_id').where(column, '=', settled[column]),
              ),
            ),
          )
          .execute()
      }
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.identity_id
  }
}

async function fillAccounts(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('account')
      .select(['account_id', 'name', 'email', 'phone', 'external_id'])
      .where('account_id', '>', after)
      .orderBy('account_id')
      .limit(PAGE)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.account_id
    const filled = rows.map(({ account_id, ...row }) => {
      const settled = settle(row)
      return { account_id, ...settled, ...searchColumns({ ...row, ...settled }) }
    })
    const columns = ['email', 'phone', 'search_name', 'search_contacts'] as const
    const types = {
      account_id: 'text',
      email: 'text',
      phone: 'text',
      search_name: 'text',
      search_contacts: 'text',
    } as const
    const changes = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`filled.${column}`)}`)
    await sql`update account set ${sql.join(changes)} from ${recordset(db, 'filled', types, filled)}
      where account.account_id = filled.account_id`.execute(db)
  }
}

const settle = ({ email, phone }: Contact): Contact => ({
  email: email && settled(email, readEmail(email)),
  phone: phone && settled(phone, readPhone(phone)),
})

/** An address that is no longer accepted stays as it is. */
const settled = (stored: string, reading: Reading) => ('value' in reading ? reading.value : stored)

async function addTrigger(db: Kysely<Tables>): Promise<void> {
  const texts = ['name', 'email', 'phone', 'external_id']
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    const changed = texts.map((column) => `old.${column} is distinct from new.${column}`).join(' or ')
    await sql`create function account_search_outdated() returns trigger language plpgsql as $$
      begin new.search_name := null; new.search_contacts := null; return new; end $$`.execute(db)
    await sql`create trigger account_search before update on account for each row when (
      new.search_name is not distinct from old.search_name
      and new.search_contacts is not distinct from old.search_contacts and (${sql.raw(changed)})
    ) execute function account_search_outdated()`.execute(db)
    return
  }
  const changed = texts.map((column) => `old.${column} is not new.${column}`).join(' or ')
  await sql`create trigger account_search after update on account when
    new.search_name is old.search_name and new.search_contacts is old.search_contacts
    and new.search_name is not null and (${sql.raw(changed)})
    begin update account set search_name = null, search_contacts = null where account_id = new.account_id; end`.execute(
    db,
  )
}
