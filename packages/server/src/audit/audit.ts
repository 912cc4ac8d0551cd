import type { OperationId } from '@sendoff/api'
import type { Actor } from '../actor.ts'
import { newId } from '../ids.ts'
import { insertRow } from '../store/statement.ts'
import type { Work } from '../store/work.ts'

/** A change for the audit log; `before` and `after` contain the changed fields, never a secret. */
export type AuditedChange = {
  orgId: string
  /** The operation, `authorizations.create` for the consent page, or `system` for work that fell due. */
  action: OperationId | 'authorizations.create' | 'system'
  /** The id of the changed object. */
  target: string
  before?: object | null
  after?: object | null
}

/** The actor of a change, with the origin if they called themselves; the platform for changes that fell due. */
export type Who =
  | (Pick<Actor, 'type' | 'id'> & Partial<Pick<Actor, 'origin'>>)
  | { type: 'system'; id: 'sendoff'; origin?: undefined }

/** Writes a change into the audit log, in the transaction that makes it, which fails if that is impossible. */
export async function audit(
  work: Work,
  who: Who,
  { orgId, action, target, before, after }: AuditedChange,
): Promise<void> {
  const entry = insertEntry(work.db, {
    org_id: orgId,
    audit_id: newId('aud'),
    actor_type: who.type,
    actor_id: who.id,
    action,
    target_id: target,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
    address: who.origin?.address ?? null,
    request_id: who.origin?.requestId ?? null,
    created_at: work.now,
  })
  work.later(entry)
}

const insertEntry = insertRow('audit_log')
