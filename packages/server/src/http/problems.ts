import type { ProblemCode, Schemas } from '@sendoff/api'

type Problem = { status: number; remediation?: Schemas['Remediation']['action'] }

/** The HTTP status of every problem that the API answers, and the way out of it; its texts are in `texts/`. */
export const problems: Record<ProblemCode, Problem> = {
  // Requests
  invalid_request: { status: 400 },
  not_found: { status: 404 },
  method_not_allowed: { status: 405 },
  payload_too_large: { status: 413 },
  unsupported_media_type: { status: 415 },
  idempotency_in_progress: { status: 409, remediation: 'retry' },
  idempotency_key_reused: { status: 422 },
  rate_limited: { status: 429, remediation: 'retry' },
  internal_error: { status: 500 },
  unavailable: { status: 503, remediation: 'retry' },

  // Tokens and callers
  token_missing: { status: 401 },
  token_invalid: { status: 401 },
  token_expired: { status: 401 },
  token_revoked: { status: 401 },
  scope_missing: { status: 403 },
  app_required: { status: 403 },
  user_required: { status: 403 },
  account_restricted: { status: 403, remediation: 'contact_admin' },
  admin_required: { status: 403, remediation: 'contact_admin' },
  founder_required: { status: 403, remediation: 'contact_admin' },
  ordinary_user_not_allowed: { status: 403, remediation: 'contact_admin' },
  origin_not_allowed: { status: 403 },
  org_not_authorized: { status: 403, remediation: 'contact_admin' },
  own_case: { status: 403, remediation: 'contact_admin' },

  // Accounts
  account_exists: { status: 409 },
  address_in_use: { status: 409 },
  account_not_found: { status: 404 },
  personal_account_required: { status: 403 },
  consent_not_found: { status: 404 },
  code_invalid: { status: 403, remediation: 'retry' },
  password_incorrect: { status: 403, remediation: 'contact_admin' },
  too_many_attempts: { status: 429, remediation: 'contact_admin' },

  // Organisations
  organization_not_found: { status: 404 },
  founder_must_transfer: { status: 409, remediation: 'transfer_founder' },
  dissolution_in_progress: { status: 409, remediation: 'contact_admin' },
  dissolution_not_found: { status: 404 },
  confirm_name_mismatch: { status: 400 },

  // Associations and their invitations
  association_not_found: { status: 404 },
  association_exists: { status: 409 },
  association_dept_mismatch: { status: 422 },
  scheduled_unlink_not_found: { status: 404 },
  scheduled_unlink_exists: { status: 409 },
  scheduled_unlink_not_pending: { status: 409 },
  invitation_not_found: { status: 404 },
  invitation_closed: { status: 409 },
  invitation_expired: { status: 410 },
  invitation_refused: { status: 403 },
  block_not_found: { status: 404 },

  // Departments
  department_not_found: { status: 404 },
  root_department: { status: 409 },
  department_not_empty: { status: 409 },
  department_deletion_running: { status: 409, remediation: 'retry' },

  // Members
  member_not_found: { status: 404 },
  member_exists: { status: 409 },
  other_accounts: { status: 409 },
  departure_restorable: { status: 409, remediation: 'restore_or_rehire' },
  membership_not_accepted: { status: 409 },
  last_admin: { status: 409, remediation: 'set_another_admin' },
  resource_not_found: { status: 404 },

  // Departures
  already_departed: { status: 409 },
  sole_member_must_dissolve: { status: 409, remediation: 'dissolve' },
  admin_cannot_leave_instantly: { status: 409, remediation: 'contact_admin' },
  approval_required: { status: 409, remediation: 'contact_admin' },
  leave_application_not_found: { status: 404 },
  application_pending: { status: 409, remediation: 'contact_admin' },
  application_not_approved: { status: 409, remediation: 'contact_admin' },
  application_closed: { status: 409, remediation: 'contact_admin' },
  personal_account_not_offboardable: { status: 403 },
  offboarding_not_found: { status: 404 },
  offboarding_exists: { status: 409 },
  offboarding_not_pending: { status: 409 },
  offboarding_batch_not_found: { status: 404 },
  offboarding_batch_ended: { status: 409 },
  preview_not_found: { status: 404, remediation: 'retry' },
  preview_stale: { status: 409, remediation: 'retry' },
  handover_running: { status: 409, remediation: 'retry' },
  effective_at_in_past: { status: 400 },
  recipient_invalid: { status: 400 },
  departure_not_found: { status: 404 },
  already_restored: { status: 409 },
  account_not_restorable: { status: 410 },
  restore_conflict: { status: 409 },
  restore_window_expired: { status: 410 },
  account_not_departed: { status: 409 },
  erasure_not_found: { status: 404 },
  erasure_exists: { status: 409 },
  legal_hold_not_found: { status: 404 },
  legal_hold_standing: { status: 409 },
  legal_hold_released: { status: 409 },

  // Apps
  app_not_found: { status: 404 },
  too_many_apps: { status: 409 },
  authorization_not_found: { status: 404 },
  app_uses_no_secret: { status: 409 },
  secret_not_found: { status: 404 },
  last_secret: { status: 409 },
  too_many_secrets: { status: 409 },

  // Events and webhooks
  event_not_found: { status: 404 },
  cursor_expired: { status: 410 },
  webhook_endpoint_not_found: { status: 404 },
  webhook_endpoint_disabled: { status: 409 },
  webhook_endpoint_unverified: { status: 409, remediation: 'retry' },
  too_many_webhook_endpoints: { status: 409 },
  delivery_not_found: { status: 404 },
  receipt_not_found: { status: 404 },
  receipt_ambiguous: { status: 409 },
  receipt_settled: { status: 409 },
  recovery_not_found: { status: 404 },
}
