// Generated from openapi.yaml by `npm run generate`. Do not edit.
import type { OperationId } from '@sendoff/api'
import * as z from 'zod'
import type { PlainFaultKey } from '../faults.ts'
import { readAs } from '../values/read.ts'
import { unique } from './unique.ts'

export const deptId = z.int().min(1)

export const id = z.string().min(1).max(64, { abort: true }).regex(/^[A-Za-z0-9_-]*$/)

export const reasonCode = z.enum(['position_change', 'resignation', 'joined_by_mistake', 'restructuring', 'other'])

export const text = z.string().min(1).max(500, { abort: true }).regex(/^(?:\s*[^\s\u0000\ud800-\udfff][^\u0000\ud800-\udfff]*)?$/u, 'text.filled' satisfies PlainFaultKey).check(readAs('free-text'))

export const unlinkRequest = z.strictObject({
  dept_id: deptId,
  associated_org_id: id,
  reason_code: reasonCode.exactOptional(),
  reason_text: text.exactOptional(),
})

export const publicName = z.string().min(1).max(100, { abort: true }).regex(/^(?:[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*[^\s\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufeff\uffa0][^\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufeff\uffa0]*)?$/u, 'name.readable' satisfies PlainFaultKey).check(readAs('public-name'))

export const updateOrganizationRequest = z.strictObject({ name: publicName })

export const limit = z.int().min(1).max(200).default(50)

export const cursor = z.string().min(1).max(500, { abort: true }).regex(/^[A-Za-z0-9_-]*$/).exactOptional()

export const leaveMode = z.enum(['instant', 'approval'])

export const setLeavePolicyRequest = z.strictObject({ mode: leaveMode, fallback_recipient_id: id.nullable().exactOptional() })

export const instantLeave = z.enum(['everyone', 'nobody', 'only_departments', 'except_departments'])

export const policyDepartments = z.array(deptId).max(100)

export const fallbackRecipient = id.nullable()

export const leaverMayDelete = z.boolean()

export const reviewers = z.enum(['administrators', 'manager_or_administrator', 'manager_and_administrator'])

export const suspendThenDepart = z.enum(['never', 'before_departure', 'when_scheduled'])

export const suspensionHours = z.int().min(1).max(720)

export const restoreWindowDays = z.int().min(7).max(90)

export const receiptDeadlineHours = z.int().min(1).max(720)

export const reasonRetentionDays = z.int().min(30).max(36500).nullable()

export const recordRetentionDays = z.int().min(30).max(36500).nullable()

export const setPoliciesRequest = z.strictObject({
  instant_leave: instantLeave.exactOptional(),
  instant_leave_dept_ids: policyDepartments.exactOptional(),
  fallback_recipient_id: fallbackRecipient.exactOptional(),
  leaver_may_delete: leaverMayDelete.exactOptional(),
  reviewers: reviewers.exactOptional(),
  suspend_then_depart: suspendThenDepart.exactOptional(),
  suspension_hours: suspensionHours.exactOptional(),
  restore_window_days: restoreWindowDays.exactOptional(),
  receipt_deadline_hours: receiptDeadlineHours.exactOptional(),
  reason_retention_days: reasonRetentionDays.exactOptional(),
  record_retention_days: recordRetentionDays.exactOptional(),
})

export const givenPassword = z.string().max(4096, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey)

export const transferFounderRequest = z.strictObject({ account_id: id, password: givenPassword })

export const scheduledUnlinkStatus = z.enum(['scheduled', 'completed', 'canceled', 'failed'])

export const scheduleUnlinkRequest = z.strictObject({
  dept_id: deptId,
  associated_org_id: id,
  effective_at: z.string().max(64, { abort: true }).check(z.iso.datetime({ offset: true })),
  reason_code: reasonCode.exactOptional(),
  reason_text: text.exactOptional(),
})

export const order = z.enum(['asc', 'desc']).default('asc')

export const since = z.string().max(64, { abort: true }).check(z.iso.datetime({ offset: true })).exactOptional()

export const until = z.string().max(64, { abort: true }).check(z.iso.datetime({ offset: true })).exactOptional()

export const associationType = z.enum(['upstream', 'downstream', 'partner'])

export const invitationStatus = z.enum(['pending', 'accepted', 'declined', 'revoked', 'expired'])

export const createAssociationInvitationRequest = z.strictObject({ associated_org_id: id, type: associationType, dept_id: deptId, message: text.exactOptional() })

export const acceptAssociationInvitationRequest = z.strictObject({ dept_id: deptId })

export const createAssociationBlockRequest = z.strictObject({ associated_org_id: id })

export const entryPoint = z.enum(['mobile_contacts', 'mobile_profile', 'mobile_settings', 'desktop_contacts', 'desktop_settings'])

export const kind = z.string().min(1).max(50, { abort: true }).regex(/^[a-z0-9_.-]*$/)

export const handoverAction = z.enum(['transfer', 'delete', 'hold'])

export const handoverByKind = z.strictObject({ kind, action: handoverAction, recipient_id: id.exactOptional() })

export const handoverByResource = z.strictObject({ resource_id: id, action: handoverAction, recipient_id: id.exactOptional() })

export const handover = z.strictObject({
  recipient_id: id.exactOptional(),
  by_kind: z.array(handoverByKind).max(100).exactOptional(),
  by_resource: z.array(handoverByResource).max(500).exactOptional(),
})

export const leaveRequest = z.strictObject({
  confirm: z.literal(true),
  reason_code: reasonCode.exactOptional(),
  reason_text: text.exactOptional(),
  entry_point: entryPoint.exactOptional(),
  handover: handover.exactOptional(),
})

export const previewLeaveRequest = z.strictObject({ handover: handover.exactOptional() })

export const resourceKind = kind.exactOptional()

export const plannedOutcome = z.enum(['transferred', 'deleted', 'held']).exactOptional()

export const plannedRecipient = id.exactOptional()

export const ofMember = id.exactOptional()

export const leaveApplicationStatus = z.enum(['pending', 'approved', 'rejected', 'withdrawn', 'confirmed', 'expired'])

export const createLeaveApplicationRequest = z.strictObject({ reason_code: reasonCode, reason_text: text })

export const reviewRequest = z.strictObject({ comment: text.exactOptional() })

export const confirmLeaveRequest = z.strictObject({ confirm: z.literal(true), password: givenPassword })

export const previewOffboardingRequest = z.strictObject({ account_id: id, handover: handover.exactOptional(), successor_id: id.exactOptional() })

export const ofBatch = id.exactOptional()

export const offboardingStatus = z.enum(['scheduled', 'completed', 'canceled', 'failed'])

export const createOffboardingRequest = z.strictObject({
  account_id: id,
  effective_at: z.string().max(64, { abort: true }).check(z.iso.datetime({ offset: true })).exactOptional(),
  handover: handover.exactOptional(),
  reason_code: reasonCode,
  reason_text: text.exactOptional(),
  preview_id: id.exactOptional(),
  successor_id: id.exactOptional(),
})

export const updateOffboardingRequest = z.strictObject({
  effective_at: z.string().max(64, { abort: true }).check(z.iso.datetime({ offset: true })).exactOptional(),
  handover: handover.exactOptional(),
  reason_code: reasonCode.exactOptional(),
  reason_text: text.exactOptional(),
  successor_id: id.nullable().exactOptional(),
})

export const offboardingBatchStatus = z.enum(['running', 'completed', 'canceled'])

export const dryRun = z.boolean()

export const createOffboardingBatchRequest = z.strictObject({ items: z.array(createOffboardingRequest).min(1).max(500), dry_run: dryRun.default(false) })

export const role = z.enum(['founder', 'admin', 'member'])

export const condition = z.enum(['normal', 'frozen', 'banned', 'suspended', 'abnormal'])

export const externalId = z.string().min(1).max(200, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey)

export const offboardingFilter = z.strictObject({
  dept_ids: z.array(deptId).min(1).max(100).exactOptional(),
  roles: z.array(role).min(1).max(3).exactOptional(),
  conditions: z.array(condition).min(1).max(5).exactOptional(),
  manager_ids: z.array(id).min(1).max(100).exactOptional(),
  external_ids: z.array(externalId).min(1).max(500).exactOptional(),
  account_ids: z.array(id).min(1).max(500).exactOptional(),
})

export const createOffboardingBatchByFilterRequest = z.strictObject({
  filter: offboardingFilter,
  reason_code: reasonCode,
  reason_text: text.exactOptional(),
  effective_at: z.string().max(64, { abort: true }).check(z.iso.datetime({ offset: true })).exactOptional(),
  handover: z.strictObject({ recipient_id: id.exactOptional(), by_kind: z.array(handoverByKind).max(100).exactOptional() }).exactOptional(),
  dry_run: dryRun.default(false),
  revision: z.string().min(1).max(100, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey).exactOptional(),
})

export const offboardingBatchItemStatus = z.enum(['pending', 'succeeded', 'failed', 'canceled'])

export const searchText = z.string().min(1).max(100, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey).check(readAs('search'))

export const search = searchText.exactOptional()

export const bom = z.boolean().default(false)

export const departureMethod = z.enum(['self_leave', 'approved_leave', 'admin_offboard', 'org_dissolved', 'declined'])

export const handOverOfKind = z.strictObject({ kind, recipient_id: id })

export const handOverOfResource = z.strictObject({ resource_id: id, recipient_id: id })

export const handOverRequest = z.strictObject({
  recipient_id: id.exactOptional(),
  by_kind: z.array(handOverOfKind).max(100).exactOptional(),
  by_resource: z.array(handOverOfResource).max(500).exactOptional(),
})

export const receiptStatus = z.enum(['awaited', 'acknowledged', 'done', 'failed', 'not_applicable'])

export const statusOfReceipts = receiptStatus.exactOptional()

export const overdueReceipts = z.boolean().exactOptional()

export const email = z.string().min(3).max(320, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'email.grammar' satisfies PlainFaultKey).check(readAs('email'))

export const phone = z.string().min(1).max(50, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'phone.digits' satisfies PlainFaultKey).check(readAs('phone'))

export const restoreRequest = z.strictObject({
  dept_ids: z.array(deptId).min(1).max(50).check(unique()).exactOptional(),
  email: email.exactOptional(),
  phone: phone.exactOptional(),
  identity: z.enum(['current']).exactOptional(),
})

export const receiptEventType = z.enum(['member.departed', 'member.restored', 'organization.association.unlinked', 'app.deauthorized'])

export const receiptAnswer = z.enum(['done', 'failed', 'not_applicable'])

export const receiptDetails = z.string().min(1).max(2000, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey)

export const createReceiptRequest = z.union([
  z.strictObject({
    event_id: id,
    endpoint_id: id.exactOptional(),
    status: receiptAnswer,
    reason: text.exactOptional(),
    details: receiptDetails.exactOptional(),
  }),
  z.strictObject({
    delivery_id: id,
    status: receiptAnswer,
    reason: text.exactOptional(),
    details: receiptDetails.exactOptional(),
  }),
], 'receipt.of' satisfies PlainFaultKey)

export const settleReceiptRequest = z.strictObject({ status: z.enum(['done', 'not_applicable']), reason: text })

export const legalHoldStatus = z.enum(['standing', 'released'])

export const createLegalHoldRequest = z.strictObject({ departure_id: id, reason: text })

export const releaseLegalHoldRequest = z.strictObject({ reason: text })

export const createErasureRequest = z.strictObject({ account_id: id, confirm: z.literal(true) })

export const erasureRequestStatus = z.enum(['open', 'granted', 'refused'])

export const grantErasureRequest = z.strictObject({ confirm: z.literal(true) })

export const erasureRefusalGround = z.enum(['kept_by_law', 'legal_claims', 'public_interest', 'freedom_of_expression', 'unfounded'])

export const refuseErasureRequest = z.strictObject({ ground: erasureRefusalGround, reason: text })

export const dissolutionReason = z.enum(['no_longer_used', 'created_by_mistake'])

export const confirmedName = z.string().min(1).max(500, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey)

export const requestDissolutionRequest = z.strictObject({ reason_code: dissolutionReason, confirm_name: confirmedName })

export const founderReplacementStatus = z.enum(['waiting', 'completed', 'objected', 'canceled', 'failed'])

export const objectToFounderReplacementRequest = z.strictObject({ reason: text.exactOptional() })

export const createOrganizationRequest = z.strictObject({ name: publicName })

export const name = z.string().min(1).max(100, { abort: true }).regex(/^(?:\s*[^\s\u0000\ud800-\udfff][^\u0000\ud800-\udfff]*)?$/u, 'text.filled' satisfies PlainFaultKey).check(readAs('name'))

export const createDepartmentRequest = z.strictObject({ name, parent_dept_id: deptId.exactOptional(), head_id: id.exactOptional() })

export const updateDepartmentRequest = z.strictObject({ name: name.exactOptional(), parent_dept_id: deptId.exactOptional(), head_id: id.nullable().exactOptional() })

export const moveTo = deptId.exactOptional()

export const createMemberRequest = z.strictObject({
  name,
  email: email.exactOptional(),
  phone: phone.exactOptional(),
  external_id: externalId.exactOptional(),
  dept_ids: z.array(deptId).min(1).max(50).check(unique()).exactOptional(),
  manager_id: id.exactOptional(),
  rehire_of: id.exactOptional(),
  new_person: z.boolean().exactOptional(),
})

export const updateMemberRequest = z.strictObject({
  name: name.exactOptional(),
  external_id: externalId.nullable().exactOptional(),
  dept_ids: z.array(deptId).min(1).max(50).check(unique()).exactOptional(),
  manager_id: id.nullable().exactOptional(),
})

export const setConditionRequest = z.strictObject({ condition, reason_text: text.exactOptional() })

export const setRoleRequest = z.strictObject({ role: z.enum(['admin', 'member']) })

export const sentCode = z.string().regex(/^\d{6,10}$/)

export const changeMemberAddressRequest = z.strictObject({
  email: email.exactOptional(),
  phone: phone.exactOptional(),
  verification_id: id.exactOptional(),
  code: sentCode.exactOptional(),
})

export const creationType = z.enum([
  'app',
  'app_secret',
  'webhook_endpoint',
  'authorization',
  'offboarding',
  'offboarding_batch',
  'scheduled_unlink',
  'legal_hold',
])

export const createMembershipBlockRequest = z.strictObject({ org_id: id })

export const resourceInput = z.strictObject({ external_id: externalId, kind, name, owner_id: id })

export const upsertResourcesRequest = z.strictObject({ resources: z.array(resourceInput).min(1).max(500) })

export const locale = z.enum(['en', 'zh-CN'])

export const updateMeRequest = z.strictObject({ name: name.exactOptional(), locale: locale.nullable().exactOptional() })

export const password = z.string().min(10).max(200, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey)

export const changePasswordRequest = z.strictObject({ password: givenPassword, new_password: password })

export const requestErasureRequest = z.strictObject({ departure_id: id, message: text.exactOptional() })

export const newestFirst = z.enum(['asc', 'desc']).default('desc')

export const markNotificationsReadRequest = z.strictObject({ notification_ids: z.array(id).min(1).max(200).exactOptional(), up_to: id.exactOptional() })

export const changeMyAddressRequest = z.strictObject({
  email: email.exactOptional(),
  phone: phone.exactOptional(),
  replaces: z.enum(['email', 'phone']).exactOptional(),
  verification_id: id,
  code: sentCode,
  password: givenPassword,
})

export const deregisterRequest = z.strictObject({
  confirm: z.literal(true),
  password: givenPassword,
  reason_code: reasonCode.exactOptional(),
  reason_text: text.exactOptional(),
})

export const registerAccountRequest = z.strictObject({
  email: email.exactOptional(),
  phone: phone.exactOptional(),
  code: sentCode,
  verification_id: id.exactOptional(),
  password,
  name,
})

export const createVerificationCodeRequest = z.strictObject({
  email: email.exactOptional(),
  phone: phone.exactOptional(),
  purpose: z.enum(['register', 'recover', 'change_address']),
})

export const recoverRequest = z.strictObject({
  email: email.exactOptional(),
  phone: phone.exactOptional(),
  code: sentCode,
  verification_id: id.exactOptional(),
  new_password: password,
})

export const scope = z.enum([
  'org:unlink',
  'org:read',
  'org:write',
  'org:policy:write',
  'org:dissolve',
  'org:founder:transfer',
  'org:association:read',
  'org:association:write',
  'member:read',
  'member:write',
  'member:condition:write',
  'member:leave',
  'member:offboard',
  'member:restore',
  'legal_hold:read',
  'legal_hold:write',
  'erasure:read',
  'erasure:write',
  'receipt:read',
  'receipt:write',
  'leave_application:read',
  'leave_application:review',
  'resource:read',
  'resource:write',
  'account:read',
  'account:write',
  'account:deregister',
  'app:read',
  'app:write',
  'event:read',
  'webhook:read',
  'webhook:write',
  'audit:read',
])

export const redirectUri = z.string().min(1).max(2000, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey)

export const allowedOrigins = z.array(z.string().min(1).max(300, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey)).max(20)

export const authMethod = z.enum(['client_secret_basic', 'private_key_jwt', 'none'])

export const jwk = z.strictObject({
  kty: z.enum(['EC', 'OKP', 'RSA']),
  kid: z.string().min(1).max(255, { abort: true }).regex(/^[!-~]*$/),
  alg: z.enum(['ES256', 'EdDSA', 'Ed25519', 'PS256', 'RS256']).exactOptional(),
  use: z.enum(['sig']).exactOptional(),
  crv: z.enum(['P-256', 'Ed25519']).exactOptional(),
  x: z.string().max(1400, { abort: true }).regex(/^[A-Za-z0-9_-]*$/).exactOptional(),
  y: z.string().max(1400, { abort: true }).regex(/^[A-Za-z0-9_-]*$/).exactOptional(),
  n: z.string().max(1400, { abort: true }).regex(/^[A-Za-z0-9_-]*$/).exactOptional(),
  e: z.string().max(1400, { abort: true }).regex(/^[A-Za-z0-9_-]*$/).exactOptional(),
})

export const jwks = z.strictObject({ keys: z.array(jwk).min(1).max(10) })

export const createAppRequest = z.strictObject({
  name: publicName,
  kind: z.enum(['internal', 'third_party']),
  scopes: z.array(scope).min(1).max(100),
  redirect_uris: z.array(redirectUri).max(20).exactOptional(),
  allowed_origins: allowedOrigins.exactOptional(),
  token_endpoint_auth_method: authMethod.exactOptional(),
  jwks: jwks.exactOptional(),
})

export const updateAppRequest = z.strictObject({
  name: publicName.exactOptional(),
  status: z.enum(['active', 'suspended']).exactOptional(),
  scopes: z.array(scope).min(1).max(100).exactOptional(),
  redirect_uris: z.array(redirectUri).max(20).exactOptional(),
  allowed_origins: allowedOrigins.exactOptional(),
  jwks: jwks.exactOptional(),
})

export const afterSequence = z.int().min(0).default(0)

export const eventType = z.enum([
  'organization.association.invited',
  'organization.association.linked',
  'organization.association.declined',
  'organization.association.revoked',
  'organization.association.expired',
  'organization.association.unlink_scheduled',
  'organization.association.unlink_canceled',
  'organization.association.unlink_failed',
  'organization.association.updated',
  'organization.association.unlinked',
  'leave_application.submitted',
  'leave_application.partly_approved',
  'leave_application.manager_changed',
  'leave_application.approved',
  'leave_application.rejected',
  'leave_application.withdrawn',
  'leave_application.confirmed',
  'leave_application.expired',
  'member.offboarding_scheduled',
  'member.offboarding_rescheduled',
  'member.offboarding_canceled',
  'member.offboarding_failed',
  'offboarding_batch.completed',
  'offboarding_batch.canceled',
  'member.departed',
  'member.restored',
  'member.references_changed',
  'member.purged',
  'legal_hold.placed',
  'legal_hold.released',
  'account.erasure_requested',
  'account.erased',
  'resource.transferred',
  'resource.deleted',
  'handover.completed',
  'departure.closed',
  'departure.reopened',
  'receipt.overdue',
  'receipt.failed',
  'organization.dissolution_scheduled',
  'organization.dissolution_canceled',
  'organization.dissolved',
  'account.deregistered',
  'account.address_changed',
  'account.identifier_recycled',
  'member.joined',
  'member.accepted',
  'member.updated',
  'member.condition_changed',
  'member.role_changed',
  'department.created',
  'department.updated',
  'department.deleted',
  'organization.updated',
  'organization.founder_transferred',
  'organization.founder_replacement_started',
  'organization.founder_replacement_ended',
  'organization.leave_policy_changed',
  'organization.policies_changed',
  'organization.due_work_stalled',
  'app.deauthorized',
  'app.authorized',
  'webhook_endpoint.disabled',
  'webhook_endpoint.enabled',
  'ping',
])

export const eventTypeFilter = z.union([
  eventType,
  z.enum([
    '*',
    'account.*',
    'app.*',
    'department.*',
    'departure.*',
    'handover.*',
    'leave_application.*',
    'legal_hold.*',
    'member.*',
    'offboarding_batch.*',
    'organization.*',
    'organization.association.*',
    'receipt.*',
    'resource.*',
    'webhook_endpoint.*',
  ]),
], 'event_types.unknown' satisfies PlainFaultKey)

export const eventTypes = z.array(eventTypeFilter).min(1).max(50).check(unique()).exactOptional()

export const webhookUrl = z.string().min(1).max(2000, { abort: true }).regex(/^[^\u0000\ud800-\udfff]*$/u, 'text.storable' satisfies PlainFaultKey)

export const webhookFormat = z.enum(['standard', 'cloudevents-binary', 'cloudevents-structured'])

export const webhookHeader = z.strictObject({
  name: z.string().min(1).max(64, { abort: true }).regex(/^[A-Za-z0-9_-]*$/),
  value: z.string().min(1).max(1000, { abort: true }).regex(/^[!-~]([ -~]*[!-~])?$/),
})

export const createWebhookEndpointRequest = z.strictObject({
  app_id: id.exactOptional(),
  url: webhookUrl,
  event_types: z.array(eventTypeFilter).min(1).max(50).exactOptional(),
  description: text.exactOptional(),
  format: webhookFormat.exactOptional(),
  headers: z.array(webhookHeader).max(20).exactOptional(),
  challenge: z.boolean().exactOptional(),
  ordering: z.enum(['none', 'subject']).default('none'),
  deprovisions: z.boolean().default(false),
  receipt_types: z.array(receiptEventType).min(1).max(4).exactOptional(),
})

export const updateWebhookEndpointRequest = z.strictObject({
  url: webhookUrl.exactOptional(),
  event_types: z.array(eventTypeFilter).min(1).max(50).check(unique()).nullable().exactOptional(),
  description: text.nullable().exactOptional(),
  format: webhookFormat.exactOptional(),
  headers: z.array(webhookHeader).max(20).exactOptional(),
  ordering: z.enum(['none', 'subject']).exactOptional(),
  deprovisions: z.boolean().exactOptional(),
  receipt_types: z.array(receiptEventType).min(1).max(4).nullable().exactOptional(),
})

export const rotateWebhookSecretRequest = z.strictObject({ overlap_seconds: z.int().min(0).max(604800).default(86400) })

export const deliveryStatus = z.enum(['pending', 'succeeded', 'failed', 'held'])

export const recoverWebhookEndpointRequest = z.union([
  z.strictObject({
    since: z.string().max(64, { abort: true }).check(z.iso.datetime({ offset: true })),
    dry_run: z.boolean().default(false),
  }),
  z.strictObject({ after_event_id: id, dry_run: z.boolean().default(false) }),
], 'recovery.start' satisfies PlainFaultKey)

export const advanceClockRequest = z.union([
  z.strictObject({ to: z.string().max(64, { abort: true }).check(z.iso.datetime({ offset: true })) }),
  z.strictObject({
    by: z.string().max(40, { abort: true }).regex(/^P(?=\d|T\d)(\d{1,5}D)?(T(?=\d)(\d{1,6}H)?(\d{1,7}M)?(\d{1,8}(\.\d{1,3})?S)?)?$/),
  }),
], 'clock.target' satisfies PlainFaultKey)

export const createUserTokenRequest = z.strictObject({ account_id: id, scopes: z.array(scope).min(1).max(100) })

export const takesNothing = z.strictObject({})

export const takesLimitAndCursor = z.strictObject({ limit, cursor })

export const takesScheduledUnlinkId = z.strictObject({ scheduled_unlink_id: id })

export const takesInvitationId = z.strictObject({ invitation_id: id })

export const takesPreviewId = z.strictObject({ preview_id: id })

export const takesLimitAndCursorAndKindAndOutcomeAndRecipientId = z.strictObject({ limit, cursor, kind: resourceKind, outcome: plannedOutcome, recipient_id: plannedRecipient })

export const takesApplicationId = z.strictObject({ application_id: id })

export const takesOffboardingId = z.strictObject({ offboarding_id: id })

export const takesBatchId = z.strictObject({ batch_id: id })

export const takesDepartureId = z.strictObject({ departure_id: id })

export const takesReceiptId = z.strictObject({ receipt_id: id })

export const takesHoldId = z.strictObject({ hold_id: id })

export const takesErasureRequestId = z.strictObject({ erasure_request_id: id })

export const takesReplacementId = z.strictObject({ replacement_id: id })

export const takesDeptId = z.strictObject({ dept_id: deptId })

export const takesMoveTo = z.strictObject({ move_to: moveTo })

export const takesAccountId = z.strictObject({ account_id: id })

export const takesAppId = z.strictObject({ app_id: id })

export const takesEndpointId = z.strictObject({ endpoint_id: id })

export const takesDeliveryId = z.strictObject({ delivery_id: id })

/** The schemas of the parts of a request; one without `body` takes none. */
export type RequestSchemas = { path: z.ZodObject; query: z.ZodObject; body?: z.ZodType }

export const requests: Readonly<Record<OperationId, RequestSchemas>> = {
  'organization.unlink': { path: takesNothing, query: takesNothing, body: unlinkRequest },
  'organization.previewUnlink': { path: takesNothing, query: takesNothing, body: unlinkRequest },
  'organization.get': { path: takesNothing, query: takesNothing },
  'organization.update': { path: takesNothing, query: takesNothing, body: updateOrganizationRequest },
  'organization.getCounts': { path: takesNothing, query: takesNothing },
  'organization.listAdmins': { path: takesNothing, query: takesLimitAndCursor },
  'organization.getLeavePolicy': { path: takesNothing, query: takesNothing },
  'organization.setLeavePolicy': { path: takesNothing, query: takesNothing, body: setLeavePolicyRequest },
  'organization.getPolicies': { path: takesNothing, query: takesNothing },
  'organization.setPolicies': { path: takesNothing, query: takesNothing, body: setPoliciesRequest },
  'organization.transferFounder': { path: takesNothing, query: takesNothing, body: transferFounderRequest },
  'scheduledUnlinks.list': {
    path: takesNothing,
    query: z.strictObject({ limit, cursor, status: scheduledUnlinkStatus.exactOptional() }),
  },
  'scheduledUnlinks.create': { path: takesNothing, query: takesNothing, body: scheduleUnlinkRequest },
  'scheduledUnlinks.get': { path: takesScheduledUnlinkId, query: takesNothing },
  'scheduledUnlinks.cancel': { path: takesScheduledUnlinkId, query: takesNothing },
  'associations.list': {
    path: takesNothing,
    query: z.strictObject({
      limit,
      cursor,
      order,
      since,
      until,
      associated_org_id: id.exactOptional(),
      type: associationType.exactOptional(),
    }),
  },
  'associations.listEnded': { path: takesNothing, query: takesLimitAndCursor },
  'associations.get': { path: z.strictObject({ association_id: id }), query: takesNothing },
  'associationInvitations.list': {
    path: takesNothing,
    query: z.strictObject({ limit, cursor, order, since, until, status: invitationStatus.exactOptional() }),
  },
  'associationInvitations.create': { path: takesNothing, query: takesNothing, body: createAssociationInvitationRequest },
  'associationInvitations.accept': { path: takesInvitationId, query: takesNothing, body: acceptAssociationInvitationRequest },
  'associationInvitations.decline': { path: takesInvitationId, query: takesNothing },
  'associationInvitations.revoke': { path: takesInvitationId, query: takesNothing },
  'associationBlocks.list': { path: takesNothing, query: takesLimitAndCursor },
  'associationBlocks.create': { path: takesNothing, query: takesNothing, body: createAssociationBlockRequest },
  'associationBlocks.delete': { path: z.strictObject({ associated_org_id: id }), query: takesNothing },
  'leave.create': { path: takesNothing, query: takesNothing, body: leaveRequest },
  'leave.preview': { path: takesNothing, query: takesNothing, body: previewLeaveRequest },
  'leave.listPreviewResources': { path: takesPreviewId, query: takesLimitAndCursorAndKindAndOutcomeAndRecipientId },
  'leaveApplications.list': {
    path: takesNothing,
    query: z.strictObject({
      limit,
      cursor,
      order,
      since,
      until,
      account_id: ofMember,
      status: leaveApplicationStatus.exactOptional(),
      awaiting_me: z.boolean().exactOptional(),
    }),
  },
  'leaveApplications.create': { path: takesNothing, query: takesNothing, body: createLeaveApplicationRequest },
  'leaveApplications.get': { path: takesApplicationId, query: takesNothing },
  'leaveApplications.approve': { path: takesApplicationId, query: takesNothing, body: reviewRequest },
  'leaveApplications.reject': { path: takesApplicationId, query: takesNothing, body: reviewRequest },
  'leaveApplications.withdraw': { path: takesApplicationId, query: takesNothing },
  'leaveApplications.confirm': { path: takesApplicationId, query: takesNothing, body: confirmLeaveRequest },
  'offboardings.preview': { path: takesNothing, query: takesNothing, body: previewOffboardingRequest },
  'offboardings.listPreviewResources': { path: takesPreviewId, query: takesLimitAndCursorAndKindAndOutcomeAndRecipientId },
  'offboardings.list': {
    path: takesNothing,
    query: z.strictObject({
      limit,
      cursor,
      order,
      since,
      until,
      account_id: ofMember,
      batch_id: ofBatch,
      status: offboardingStatus.exactOptional(),
    }),
  },
  'offboardings.create': { path: takesNothing, query: takesNothing, body: createOffboardingRequest },
  'offboardings.get': { path: takesOffboardingId, query: takesNothing },
  'offboardings.update': { path: takesOffboardingId, query: takesNothing, body: updateOffboardingRequest },
  'offboardings.cancel': { path: takesOffboardingId, query: takesNothing },
  'offboardingBatches.list': {
    path: takesNothing,
    query: z.strictObject({ limit, cursor, status: offboardingBatchStatus.exactOptional() }),
  },
  'offboardingBatches.create': { path: takesNothing, query: takesNothing, body: createOffboardingBatchRequest },
  'offboardingBatches.createByFilter': { path: takesNothing, query: takesNothing, body: createOffboardingBatchByFilterRequest },
  'offboardingBatches.get': { path: takesBatchId, query: takesNothing },
  'offboardingBatches.listItems': {
    path: takesBatchId,
    query: z.strictObject({ limit, cursor, status: offboardingBatchItemStatus.exactOptional() }),
  },
  'offboardingBatches.cancel': { path: takesBatchId, query: takesNothing },
  'departures.list': {
    path: takesNothing,
    query: z.strictObject({
      limit,
      cursor,
      order,
      since,
      until,
      account_id: ofMember,
      batch_id: ofBatch,
      q: search,
      bom,
      restorable: z.boolean().exactOptional(),
      method: departureMethod.exactOptional(),
      closed: z.boolean().exactOptional(),
    }),
  },
  'departures.get': { path: takesDepartureId, query: takesNothing },
  'departures.getHandover': { path: takesDepartureId, query: z.strictObject({ limit, cursor, bom }) },
  'departures.handOver': { path: takesDepartureId, query: takesNothing, body: handOverRequest },
  'departures.listReceipts': {
    path: takesDepartureId,
    query: z.strictObject({ status: statusOfReceipts, overdue: overdueReceipts, limit, cursor }),
  },
  'departures.previewRestore': { path: takesDepartureId, query: takesNothing },
  'departures.restore': { path: takesDepartureId, query: takesNothing, body: restoreRequest },
  'receipts.list': {
    path: takesNothing,
    query: z.strictObject({
      limit,
      cursor,
      status: statusOfReceipts,
      overdue: overdueReceipts,
      event_type: receiptEventType.exactOptional(),
      subject_id: id.exactOptional(),
      departure_id: id.exactOptional(),
      endpoint_id: id.exactOptional(),
      event_id: id.exactOptional(),
    }),
  },
  'receipts.create': { path: takesNothing, query: takesNothing, body: createReceiptRequest },
  'receipts.get': { path: takesReceiptId, query: takesNothing },
  'receipts.remind': { path: takesReceiptId, query: takesNothing },
  'receipts.settle': { path: takesReceiptId, query: takesNothing, body: settleReceiptRequest },
  'legalHolds.list': {
    path: takesNothing,
    query: z.strictObject({ limit, cursor, departure_id: id.exactOptional(), status: legalHoldStatus.exactOptional() }),
  },
  'legalHolds.create': { path: takesNothing, query: takesNothing, body: createLegalHoldRequest },
  'legalHolds.get': { path: takesHoldId, query: takesNothing },
  'legalHolds.release': { path: takesHoldId, query: takesNothing, body: releaseLegalHoldRequest },
  'erasures.list': { path: takesNothing, query: takesLimitAndCursor },
  'erasures.create': { path: takesNothing, query: takesNothing, body: createErasureRequest },
  'erasures.get': { path: z.strictObject({ erasure_id: id }), query: takesNothing },
  'erasureRequests.list': { path: takesNothing, query: z.strictObject({ limit, cursor, status: erasureRequestStatus.exactOptional() }) },
  'erasureRequests.grant': { path: takesErasureRequestId, query: takesNothing, body: grantErasureRequest },
  'erasureRequests.refuse': { path: takesErasureRequestId, query: takesNothing, body: refuseErasureRequest },
  'dissolution.get': { path: takesNothing, query: takesNothing },
  'dissolution.request': { path: takesNothing, query: takesNothing, body: requestDissolutionRequest },
  'dissolution.cancel': { path: takesNothing, query: takesNothing },
  'dissolution.preview': { path: takesNothing, query: takesNothing },
  'founderReplacements.list': {
    path: takesNothing,
    query: z.strictObject({ limit, cursor, status: founderReplacementStatus.exactOptional() }),
  },
  'founderReplacements.get': { path: takesReplacementId, query: takesNothing },
  'founderReplacements.object': { path: takesReplacementId, query: takesNothing, body: objectToFounderReplacementRequest },
  'organizations.create': { path: takesNothing, query: takesNothing, body: createOrganizationRequest },
  'departments.list': { path: takesNothing, query: takesLimitAndCursor },
  'departments.create': { path: takesNothing, query: takesNothing, body: createDepartmentRequest },
  'departments.get': { path: takesDeptId, query: takesNothing },
  'departments.update': { path: takesDeptId, query: takesNothing, body: updateDepartmentRequest },
  'departments.delete': { path: takesDeptId, query: takesMoveTo },
  'departments.getDeletion': { path: takesDeptId, query: takesNothing },
  'departments.previewDelete': { path: takesDeptId, query: takesMoveTo },
  'members.list': {
    path: takesNothing,
    query: z.strictObject({
      limit,
      cursor,
      order,
      since,
      until,
      role: role.exactOptional(),
      condition: condition.exactOptional(),
      manager_id: id.exactOptional(),
      external_id: externalId.exactOptional(),
      account_ids: z.array(id).min(1).max(100).check(unique()).exactOptional(),
      status: z.enum(['active', 'departed']).default('active'),
      dept_id: deptId.exactOptional(),
      q: search,
      bom,
    }),
  },
  'members.create': { path: takesNothing, query: takesNothing, body: createMemberRequest },
  'members.get': { path: takesAccountId, query: takesNothing },
  'members.update': { path: takesAccountId, query: takesNothing, body: updateMemberRequest },
  'members.setCondition': { path: takesAccountId, query: takesNothing, body: setConditionRequest },
  'members.setRole': { path: takesAccountId, query: takesNothing, body: setRoleRequest },
  'members.changeAddress': { path: takesAccountId, query: takesNothing, body: changeMemberAddressRequest },
  'members.listCreations': { path: takesAccountId, query: z.strictObject({ limit, cursor, type: creationType.exactOptional() }) },
  'membershipInvitations.list': { path: takesNothing, query: takesLimitAndCursor },
  'membershipInvitations.accept': { path: takesAccountId, query: takesNothing },
  'membershipInvitations.decline': { path: takesAccountId, query: takesNothing },
  'membershipBlocks.list': { path: takesNothing, query: takesLimitAndCursor },
  'membershipBlocks.create': { path: takesNothing, query: takesNothing, body: createMembershipBlockRequest },
  'membershipBlocks.delete': { path: z.strictObject({ org_id: id }), query: takesNothing },
  'resources.list': {
    path: takesAccountId,
    query: z.strictObject({ limit, cursor, order, kind: resourceKind, status: z.enum(['owned', 'held']).exactOptional() }),
  },
  'resources.upsert': { path: takesNothing, query: takesNothing, body: upsertResourcesRequest },
  'resources.get': { path: z.strictObject({ resource_id: id }), query: takesNothing },
  'me.get': { path: takesNothing, query: takesNothing },
  'me.update': { path: takesNothing, query: takesNothing, body: updateMeRequest },
  'me.changePassword': { path: takesNothing, query: takesNothing, body: changePasswordRequest },
  'me.listConsents': { path: takesNothing, query: takesLimitAndCursor },
  'me.endConsent': { path: z.strictObject({ consent_id: id }), query: takesNothing },
  'me.listAccounts': { path: takesNothing, query: takesLimitAndCursor },
  'me.listOrganizations': { path: takesNothing, query: takesLimitAndCursor },
  'me.listDepartures': { path: takesNothing, query: takesLimitAndCursor },
  'me.listErasureRequests': { path: takesNothing, query: takesLimitAndCursor },
  'me.requestErasure': { path: takesNothing, query: takesNothing, body: requestErasureRequest },
  'me.listNotifications': {
    path: takesNothing,
    query: z.strictObject({ limit, cursor, order: newestFirst, since, until, unread: z.boolean().exactOptional() }),
  },
  'me.markNotificationsRead': { path: takesNothing, query: takesNothing, body: markNotificationsReadRequest },
  'me.changeAddress': { path: takesNothing, query: takesNothing, body: changeMyAddressRequest },
  'me.deregister': { path: takesNothing, query: takesNothing, body: deregisterRequest },
  'accounts.register': { path: takesNothing, query: takesNothing, body: registerAccountRequest },
  'verificationCodes.create': { path: takesNothing, query: takesNothing, body: createVerificationCodeRequest },
  'recovery.create': { path: takesNothing, query: takesNothing, body: recoverRequest },
  'apps.list': { path: takesNothing, query: takesLimitAndCursor },
  'apps.create': { path: takesNothing, query: takesNothing, body: createAppRequest },
  'apps.get': { path: takesAppId, query: takesNothing },
  'apps.update': { path: takesAppId, query: takesNothing, body: updateAppRequest },
  'apps.delete': { path: takesAppId, query: takesNothing },
  'apps.createSecret': { path: takesAppId, query: takesNothing },
  'apps.deleteSecret': { path: z.strictObject({ app_id: id, secret_id: id }), query: takesNothing },
  'authorizations.list': { path: takesNothing, query: takesLimitAndCursor },
  'authorizations.delete': { path: z.strictObject({ authorization_id: id }), query: takesNothing },
  'events.list': {
    path: takesNothing,
    query: z.strictObject({
      after: afterSequence,
      types: eventTypes,
      since,
      account_id: ofMember,
      limit,
      wait: z.int().min(0).max(30).default(0),
    }),
  },
  'events.stream': { path: takesNothing, query: z.strictObject({ after: afterSequence, types: eventTypes }) },
  'events.get': { path: z.strictObject({ event_id: id }), query: takesNothing },
  'events.listTypes': { path: takesNothing, query: takesNothing },
  'webhookEndpoints.list': { path: takesNothing, query: z.strictObject({ app_id: id.exactOptional(), limit, cursor }) },
  'webhookEndpoints.create': { path: takesNothing, query: takesNothing, body: createWebhookEndpointRequest },
  'webhookEndpoints.get': { path: takesEndpointId, query: takesNothing },
  'webhookEndpoints.update': { path: takesEndpointId, query: takesNothing, body: updateWebhookEndpointRequest },
  'webhookEndpoints.delete': { path: takesEndpointId, query: takesNothing },
  'webhookEndpoints.test': { path: takesEndpointId, query: takesNothing },
  'webhookEndpoints.verify': { path: takesEndpointId, query: takesNothing },
  'webhookEndpoints.enable': { path: takesEndpointId, query: takesNothing },
  'webhookEndpoints.disable': { path: takesEndpointId, query: takesNothing },
  'webhookEndpoints.rotateSecret': { path: takesEndpointId, query: takesNothing, body: rotateWebhookSecretRequest },
  'webhookEndpoints.deleteSecret': { path: z.strictObject({ endpoint_id: id, secret_id: id }), query: takesNothing },
  'webhookEndpoints.getHealth': { path: takesEndpointId, query: takesNothing },
  'webhookEndpoints.listDeliveries': {
    path: takesEndpointId,
    query: z.strictObject({
      status: deliveryStatus.exactOptional(),
      event_type: eventType.exactOptional(),
      limit,
      cursor,
      order: newestFirst,
      since,
      until,
    }),
  },
  'webhookEndpoints.recover': { path: takesEndpointId, query: takesNothing, body: recoverWebhookEndpointRequest },
  'webhookEndpoints.getRecovery': { path: z.strictObject({ endpoint_id: id, recovery_id: id }), query: takesNothing },
  'deliveries.get': { path: takesDeliveryId, query: takesNothing },
  'deliveries.redeliver': { path: takesDeliveryId, query: takesNothing },
  'auditLogs.list': {
    path: takesNothing,
    query: z.strictObject({
      limit,
      cursor,
      order: newestFirst,
      since,
      until,
      bom,
      action: z.string().min(1).max(64, { abort: true }).regex(/^[A-Za-z.]*$/).exactOptional(),
      target_id: id.exactOptional(),
      actor_id: id.exactOptional(),
    }),
  },
  'sandbox.getClock': { path: takesNothing, query: takesNothing },
  'sandbox.advanceClock': { path: takesNothing, query: takesNothing, body: advanceClockRequest },
  'sandbox.reset': { path: takesNothing, query: takesNothing },
  'sandbox.createUserToken': { path: takesNothing, query: takesNothing, body: createUserTokenRequest },
  'sandbox.listVerificationCodes': { path: takesNothing, query: takesLimitAndCursor },
  'sandbox.getData': { path: takesNothing, query: z.strictObject({ limit, cursor, org_id: id.exactOptional() }) },
}

/** The columns of the operations that also answer with CSV; a dot leads into a member. */
export const csvColumns: Readonly<Partial<Record<OperationId, readonly string[]>>> = {
  'departures.list': ['departure_id', 'account_id', 'snapshot.name', 'snapshot.email', 'snapshot.phone', 'snapshot.external_id', 'snapshot.role', 'snapshot.dept_ids', 'snapshot.manager_id', 'method', 'initiator', 'actor.type', 'actor.id', 'reason_code', 'reason_text', 'entry_point', 'status', 'departed_at', 'restorable_until', 'restored_at', 'handover.status', 'handover.transferred', 'handover.deleted', 'handover.held', 'closed_at'],
  'departures.getHandover': ['resource_id', 'kind', 'name', 'outcome', 'recipient_id', 'recipient_reason', 'intended_recipient_id', 'handed_over_at'],
  'members.list': ['account_id', 'name', 'email', 'phone', 'external_id', 'role', 'condition', 'dept_ids', 'manager_id', 'status', 'joined_at', 'accepted_at', 'rehire_of', 'seniority.first_joined_at', 'seniority.counted_from'],
  'auditLogs.list': ['audit_id', 'created_at', 'actor.type', 'actor.id', 'action', 'target_id', 'before', 'after', 'address', 'request_id'],
}
