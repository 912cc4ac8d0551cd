import { expect, test } from 'vitest'
import { migrate } from '../../packages/server/src/store/migrate.ts'
import { openStore } from '../support/empty-store.ts'
import { stores } from '../support/platform.ts'

const account = (account_id: string, name: string, more: object) => ({
  ...{ account_id, name, identity_id: `idn_${account_id}`, kind: 'organization', org_id: 'org_1', condition: 'normal' },
  ...{ status: 'active', generation: 'gen', created_at: 1, role: 'member', ...more },
})

test.each(stores())(
  'on %s accounts of the version before are folded, and addresses brought into their one form',
  async (store) => {
    const db = await openStore(store)
    await migrate(db, '0019_counters_of_older_servers')
    const many = Array.from({ length: 2100 }, (_, i) =>
      account(`acct_${String(i).padStart(5, '0')}`, `Straße ${i}`, {}),
    )
    for (let i = 0; i < many.length; i += 300) {
      await db
        .insertInto('account')
        .values(many.slice(i, i + 300))
        .execute()
    }
    const one = { email: 'ada@xn--bcher-kva.example', phone: '+49015112345678', external_id: 'É-1' }
    await db
      .insertInto('account')
      .values(account('acct_z', 'JOSE\u0301', one))
      .execute()
    const identity = (identity_id: string, phone: string) => ({ identity_id, phone, password_hash: '!', created_at: 1 })
    await db
      .insertInto('identity')
      .values([
        identity('idn_1', '+49015112345678'),
        identity('idn_2', '+49015212345678'),
        identity('idn_3', '+4915212345678'),
        identity('idn_4', '+1234567'),
      ])
      .execute()
    await migrate(db)
    const columns = ['search_name', 'search_contacts', 'phone'] as const
    const accounts = await db.selectFrom('account').select(columns).orderBy('account_id').execute()
    expect(accounts.at(-1)).toEqual({
      search_name: 'jose',
      search_contacts: ['ada@xn--bcher-kva.example', 'ada@bucher.example', '+4915112345678', 'e-1'].join('\n'),
      phone: '+4915112345678',
    })
    expect(accounts.slice(0, -1).map(({ search_name }) => search_name)).toEqual(many.map((_, i) => `strasse ${i}`))
    const identities = await db.selectFrom('identity').select('phone').orderBy('identity_id').execute()
    expect(identities.map(({ phone }) => phone)).toEqual([
      '+4915112345678',
      '+49015212345678',
      '+4915212345678',
      '+1234567',
    ])
  },
)
