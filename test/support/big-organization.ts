import { randomBytes } from 'node:crypto'
import { newId } from '../../packages/server/src/ids.ts'
import { type Place, rows } from './database.ts'

/** Rows that one statement inserts; SQLite binds at most 32,766 values. */
const CHUNK = 500
/** Every so manieth member owns a resource. */
const OWNERS = 10

/**
 * Adds ordinary members to an organisation by writing rows, a hundred times as fast as
 * `members.create`: a person, an account in the root department, and for every tenth a resource. No events are made. The server
 * may run meanwhile.
 *
 * @param now business time, in milliseconds
 */
export async function addMembers(place: Place, orgId: string, count: number, now = Date.now()): Promise<void> {
  const batch = randomBytes(4).toString('hex')
  await rows(place, async (db) => {
    for (let from = 0; from < count; from += CHUNK) {
      const people = Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) =>
        person(orgId, batch, from + i, now),
      )
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('identity')
          .values(people.map(({ identity }) => identity))
          .execute()
        await tx
          .insertInto('account')
          .values(people.map(({ account }) => account))
          .execute()
        await tx
          .insertInto('account_department')
          .values(people.map(({ placed }) => placed))
          .execute()
        const resources = people.flatMap(({ resource }) => resource)
        if (resources.length > 0) await tx.insertInto('resource').values(resources).execute()
      })
    }
  })
}

function person(org_id: string, batch: string, number: number, created_at: number) {
  const [identity_id, account_id] = [newId('idn'), newId('acct')]
  const [name, email] = [`Member ${number}`, `member-${number}-${batch}@big.example`]
  const resource = {
    org_id,
    resource_id: newId('res'),
    account_id,
    kind: 'document',
    name: `Notes of ${name}`,
    created_at,
  }
  return {
    identity: { identity_id, email, phone: null, password_hash: '!', created_at },
    account: {
      account_id,
      identity_id,
      kind: 'organization' as const,
      org_id,
      name,
      role: 'member' as const,
      condition: 'normal' as const,
      status: 'active' as const,
      email,
      revision: 1,
      generation: newId('gen'),
      created_at,
      accepted_at: created_at,
    },
    placed: { org_id, account_id, dept_id: 1 },
    resource: number % OWNERS === 0 ? [{ ...resource, status: 'owned' as const }] : [],
  }
}
