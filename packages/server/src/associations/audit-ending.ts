import { auditAuthorizationsEnded, type LivingAuthorization } from '../apps/end-authorizations.ts'
import { type AuditedChange, audit } from '../audit/audit.ts'
import type { Tx } from '../store/schema.ts'
import type { AssociationSide, Ending } from './association.ts'
import { fromOtherSide } from './link.ts'

/** Writes the end of an association, and of the authorizations that rested on it, into the logs of both organisations. */
export async function auditEnding(
  tx: Tx,
  side: AssociationSide,
  ending: Ending,
  authorizations: LivingAuthorization[],
  now: number,
): Promise<void> {
  const { actor, cause, reason_code = null, reason_text = null } = ending
  const action: AuditedChange['action'] = cause === 'api' ? 'organization.unlink' : 'system'
  const entry = ({ org_id, dept_id, associated_org_id, associated_dept_id, type }: AssociationSide) => ({
    orgId: org_id,
    action,
    target: side.association_id,
    before: { org_id, dept_id, associated_org_id, associated_dept_id, type },
  })
  const [own, told] = cause === 'api' ? [{ reason_code, reason_text }, { reason_code }] : [{ cause }, { cause }]
  await audit(tx, actor, { ...entry(side), after: own }, now)
  // From where and with which words an organisation acts is told to itself only.
  const { type, id } = actor
  const withoutOrigin = { type, id } as typeof actor
  await audit(tx, withoutOrigin, { ...entry(fromOtherSide(side)), after: told }, now)
  await auditAuthorizationsEnded(tx, withoutOrigin, { action, cause: 'association_unlinked' }, authorizations, now)
}
