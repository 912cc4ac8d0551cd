import type { Schemas } from '@sendoff/api'
import { fault } from '../../faults.ts'
import type { MemberRow } from '../../locks/members.ts'
import { readPolicy } from '../../organizations/policy.ts'
import { type Fault, Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'

/**
 * Checks that a member who leaves by their own act has nothing deleted, unless the policy allows it (S71). A deletion can't be undone by a
 * restore.
 *
 * @throws {Refusal} `invalid_request` with every choice that deletes
 */
export async function requireNoDeletion(tx: Tx, { org_id }: MemberRow, handover: Schemas['Handover']): Promise<void> {
  const errors = (['by_kind', 'by_resource'] as const).flatMap((list) =>
    (handover[list] ?? []).flatMap(({ action }, i): Fault[] => {
      const pointer = `/handover/${list}/${i}/action`
      return action === 'delete' ? [{ in: 'body', pointer, detail: fault('handover.deletion') }] : []
    }),
  )
  if (errors.length > 0 && !(await readPolicy(tx, org_id)).leaver_may_delete) {
    throw new Refusal('invalid_request', { errors })
  }
}
