// Generated from openapi.yaml by `npm run generate`. Do not edit.

/** The operations that take no token. */
export type Open =
    | 'accounts.register'
    | 'verificationCodes.create'
    | 'recovery.create'
    | 'sandbox.getClock'
    | 'sandbox.advanceClock'
    | 'sandbox.reset'
    | 'sandbox.createUserToken'
    | 'sandbox.listVerificationCodes'
    | 'sandbox.getData'

/** The operations that each scope allows by itself. */
export interface Allowed {
  'org:unlink':
    | 'organization.unlink'
    | 'organization.previewUnlink'
    | 'scheduledUnlinks.list'
    | 'scheduledUnlinks.create'
    | 'scheduledUnlinks.get'
    | 'scheduledUnlinks.cancel'
  'org:read':
    | 'organization.get'
    | 'organization.listAdmins'
    | 'organization.getLeavePolicy'
    | 'organization.getPolicies'
    | 'founderReplacements.list'
    | 'founderReplacements.get'
    | 'departments.list'
    | 'departments.get'
    | 'departments.getDeletion'
  'org:write':
    | 'organization.update'
    | 'founderReplacements.object'
    | 'departments.create'
    | 'departments.update'
    | 'departments.delete'
    | 'departments.previewDelete'
  'org:policy:write':
    | 'organization.setLeavePolicy'
    | 'organization.setPolicies'
  'org:dissolve':
    | 'dissolution.get'
    | 'dissolution.request'
    | 'dissolution.cancel'
    | 'dissolution.preview'
  'org:founder:transfer':
    | 'organization.transferFounder'
  'org:association:read':
    | 'associations.list'
    | 'associations.listEnded'
    | 'associations.get'
  'org:association:write':
    | 'associationInvitations.list'
    | 'associationInvitations.create'
    | 'associationInvitations.accept'
    | 'associationInvitations.decline'
    | 'associationInvitations.revoke'
    | 'associationBlocks.list'
    | 'associationBlocks.create'
    | 'associationBlocks.delete'
  'member:read':
    | 'organization.getCounts'
    | 'departures.list'
    | 'departures.get'
    | 'departures.getHandover'
    | 'members.list'
    | 'members.get'
    | 'members.listCreations'
  'member:write':
    | 'members.create'
    | 'members.update'
    | 'members.setRole'
    | 'members.changeAddress'
  'member:condition:write':
    | 'members.setCondition'
  'member:leave':
    | 'leave.create'
    | 'leave.preview'
    | 'leave.listPreviewResources'
    | 'leaveApplications.list'
    | 'leaveApplications.create'
    | 'leaveApplications.get'
    | 'leaveApplications.withdraw'
    | 'leaveApplications.confirm'
  'member:offboard':
    | 'offboardings.preview'
    | 'offboardings.listPreviewResources'
    | 'offboardings.list'
    | 'offboardings.create'
    | 'offboardings.get'
    | 'offboardings.update'
    | 'offboardings.cancel'
    | 'offboardingBatches.list'
    | 'offboardingBatches.create'
    | 'offboardingBatches.createByFilter'
    | 'offboardingBatches.get'
    | 'offboardingBatches.listItems'
    | 'offboardingBatches.cancel'
    | 'departures.handOver'
  'member:restore':
    | 'departures.previewRestore'
    | 'departures.restore'
  'legal_hold:read':
    | 'legalHolds.list'
    | 'legalHolds.get'
  'legal_hold:write':
    | 'legalHolds.create'
    | 'legalHolds.release'
  'erasure:read':
    | 'erasures.list'
    | 'erasures.get'
    | 'erasureRequests.list'
  'erasure:write':
    | 'erasures.create'
    | 'erasureRequests.grant'
    | 'erasureRequests.refuse'
  'receipt:read':
    | 'departures.listReceipts'
    | 'receipts.list'
    | 'receipts.get'
  'receipt:write':
    | 'receipts.create'
    | 'receipts.remind'
    | 'receipts.settle'
  'leave_application:read':
    | 'leaveApplications.list'
    | 'leaveApplications.get'
  'leave_application:review':
    | 'leaveApplications.approve'
    | 'leaveApplications.reject'
  'resource:read':
    | 'resources.list'
    | 'resources.get'
  'resource:write':
    | 'resources.upsert'
  'account:read':
    | 'membershipInvitations.list'
    | 'membershipBlocks.list'
    | 'me.get'
    | 'me.listConsents'
    | 'me.listAccounts'
    | 'me.listOrganizations'
    | 'me.listDepartures'
    | 'me.listErasureRequests'
    | 'me.listNotifications'
  'account:write':
    | 'organizations.create'
    | 'membershipInvitations.accept'
    | 'membershipInvitations.decline'
    | 'membershipBlocks.create'
    | 'membershipBlocks.delete'
    | 'me.update'
    | 'me.changePassword'
    | 'me.endConsent'
    | 'me.requestErasure'
    | 'me.markNotificationsRead'
    | 'me.changeAddress'
  'account:deregister':
    | 'me.deregister'
  'app:read':
    | 'apps.list'
    | 'apps.get'
    | 'authorizations.list'
  'app:write':
    | 'apps.create'
    | 'apps.update'
    | 'apps.delete'
    | 'apps.createSecret'
    | 'apps.deleteSecret'
    | 'authorizations.delete'
  'event:read':
    | 'events.list'
    | 'events.get'
    | 'events.listTypes'
  'webhook:read':
    | 'webhookEndpoints.list'
    | 'webhookEndpoints.get'
    | 'webhookEndpoints.getHealth'
    | 'webhookEndpoints.listDeliveries'
    | 'webhookEndpoints.getRecovery'
    | 'deliveries.get'
  'webhook:write':
    | 'webhookEndpoints.create'
    | 'webhookEndpoints.update'
    | 'webhookEndpoints.delete'
    | 'webhookEndpoints.test'
    | 'webhookEndpoints.verify'
    | 'webhookEndpoints.enable'
    | 'webhookEndpoints.disable'
    | 'webhookEndpoints.rotateSecret'
    | 'webhookEndpoints.deleteSecret'
    | 'webhookEndpoints.recover'
    | 'deliveries.redeliver'
  'audit:read':
    | 'auditLogs.list'
}
