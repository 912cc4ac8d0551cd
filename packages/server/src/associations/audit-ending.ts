import { auditAuthorizationsEnded, type LivingAuthorization } from '../apps/end-authorizations.ts'
import { type AuditedChange, audit } from '../audit/audit.ts'
import type { Work } from '../store/work.ts'
import type { AssociationSide, Ending } from './association.ts'
import { fromOtherSide } from './link.ts'

/** Writes the end of an association and of its dependent authorizations into the audit logs of both organisations. */
export async function auditEnding(
  work: Work,
  side: AssociationSide,
  ending: Ending,
  authorizations: LivingAuthorization[],
): Promise<void> {
  const { actor, cause, reason_code = null, reason_text = null } = ending
  const action: AuditedChange['action'] = cause === 'api' ? 'organization.unlink' : 'system'
  const entry = ({ org_id, dept_id, associated_org_id, associated_dept_id, type }: AssociationSide) => ({
    orgId: org_id,
    action,
    target: side.association_id,
    before: { org_id, dept_id, associated_org_id, associated_dept_id, type },
  })
  const reasons = { api: [{ reason_code, reason_text }, { reason_code }], dissolution: [{ cause }, { cause }] } as const
  const scheduled = [
    { cause, reason_code, reason_text },
    { cause, reason_code },
  ] as const
  const [own, told] = cause === 'scheduled' ? scheduled : reasons[cause]
  await audit(work, actor, { ...entry(side), after: own })
  // The network address and the reason text are recorded in the acting organisation's log only.
  const { type, id } = actor
  const withoutOrigin = { type, id } as typeof actor
  await audit(work, withoutOrigin, { ...entry(fromOtherSide(side)), after: told })
  await auditAuthorizationsEnded(work, withoutOrigin, { action, cause: 'association_unlinked' }, authorizations)
}
