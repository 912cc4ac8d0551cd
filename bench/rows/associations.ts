import { sql } from 'kysely'
import { rows, type Settings } from '../../test/support/database.ts'
import { copyRow, newIds } from './copy.ts'
import { type Initiator, sandboxOf } from './initiators.ts'

/** An association to end, by the number of its initiator. */
export type Linked = { initiator: number; dept_id: number; associated_org_id: string }

/** Associates each initiator in turn with an organisation of its own, by rows. The server may run meanwhile. */
export async function addAssociations(
  data: Settings,
  initiators: readonly Initiator[],
  count: number,
): Promise<Linked[]> {
  const sandbox = sandboxOf(data)
  const [{ org_id }] = sandbox.organizations
  const [others, associations] = [newIds('org'), newIds('assoc')]
  const common = { dept_id: 1, associated_dept_id: 1, type: 'partner' }
  await rows(data, async (db) => {
    const key = { org_id, status: 'linked' }
    const side = { ...common, association_id: associations.sql(db) }
    const initiator = sql`case numbers.n % ${sql.lit(initiators.length)} ${sql.join(
      initiators.map((one, n) => sql`when ${sql.lit(n)} then ${sql.lit(one.org_id)}`),
      sql` `,
    )} end`
    const other = others.sql(db)
    await copyRow(db, 'organization', { org_id }, count, { org_id: other, name: 'Bench', last_sequence: 1 })
    await copyRow(db, 'association', key, count, { ...side, org_id: initiator, associated_org_id: other })
    await copyRow(db, 'association', key, count, { ...side, org_id: other, associated_org_id: initiator })
  })
  return Array.from({ length: count }, (_, n) => ({
    initiator: n % initiators.length,
    dept_id: 1,
    associated_org_id: others.at(n),
  }))
}
