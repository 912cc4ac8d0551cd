// Generated from openapi.yaml by `npm run generate`. Do not edit.
// id, method, path?query, flags, and for each way of calling it the scopes
export const operations = `
organization.get GET /v1.0/organization - org:read
organization.update PATCH /v1.0/organization body,key org:write
organization.unlink POST /v1.0/organization/unlink body,key org:unlink
organization.previewUnlink POST /v1.0/organization/unlink/preview body,key org:unlink
associations.list GET /v1.0/associations?limit,cursor list org:association:read
associations.get GET /v1.0/associations/{association_id} - org:association:read
events.list GET /v1.0/events?after,types,limit list event:read
events.get GET /v1.0/events/{event_id} - event:read
webhookEndpoints.list GET /v1.0/webhook-endpoints?limit,cursor list webhook:read
webhookEndpoints.create POST /v1.0/webhook-endpoints body,key webhook:write
webhookEndpoints.get GET /v1.0/webhook-endpoints/{endpoint_id} - webhook:read
webhookEndpoints.update PATCH /v1.0/webhook-endpoints/{endpoint_id} body,key webhook:write
webhookEndpoints.delete DELETE /v1.0/webhook-endpoints/{endpoint_id} key webhook:write
webhookEndpoints.test POST /v1.0/webhook-endpoints/{endpoint_id}/test key webhook:write
webhookEndpoints.verify POST /v1.0/webhook-endpoints/{endpoint_id}/verify key webhook:write
webhookEndpoints.enable POST /v1.0/webhook-endpoints/{endpoint_id}/enable key webhook:write
webhookEndpoints.disable POST /v1.0/webhook-endpoints/{endpoint_id}/disable key webhook:write
webhookEndpoints.rotateSecret POST /v1.0/webhook-endpoints/{endpoint_id}/rotate-secret body,key webhook:write
webhookEndpoints.deleteSecret DELETE /v1.0/webhook-endpoints/{endpoint_id}/secrets/{secret_id} key webhook:write
webhookEndpoints.getHealth GET /v1.0/webhook-endpoints/{endpoint_id}/health - webhook:read
webhookEndpoints.listDeliveries GET /v1.0/webhook-endpoints/{endpoint_id}/deliveries?status,event_type,since,until,limit,cursor list webhook:read
webhookEndpoints.recover POST /v1.0/webhook-endpoints/{endpoint_id}/recover body,key webhook:write
webhookEndpoints.getRecovery GET /v1.0/webhook-endpoints/{endpoint_id}/recoveries/{recovery_id} - webhook:read
deliveries.get GET /v1.0/deliveries/{delivery_id} - webhook:read
deliveries.redeliver POST /v1.0/deliveries/{delivery_id}/redeliver key webhook:write
sandbox.getClock GET /v1.0/sandbox/clock -
sandbox.advanceClock POST /v1.0/sandbox/clock/advance body,key
sandbox.reset POST /v1.0/sandbox/reset key
sandbox.createUserToken POST /v1.0/sandbox/user-tokens body,key
sandbox.listVerificationCodes GET /v1.0/sandbox/verification-codes?limit,cursor list
organizations.create POST /v1.0/organizations body,key account:write
organization.listAdmins GET /v1.0/organization/admins?limit,cursor list org:read
organization.getLeavePolicy GET /v1.0/organization/leave-policy - org:read
organization.setLeavePolicy PUT /v1.0/organization/leave-policy body,key org:policy:write
dissolution.get GET /v1.0/organization/dissolution - org:dissolve
dissolution.request POST /v1.0/organization/dissolution body,key org:dissolve
dissolution.cancel DELETE /v1.0/organization/dissolution key org:dissolve
organization.transferFounder POST /v1.0/organization/founder-transfer body,key org:founder:transfer
departments.list GET /v1.0/departments?limit,cursor list org:read
departments.create POST /v1.0/departments body,key org:write
associationInvitations.list GET /v1.0/association-invitations?status,limit,cursor list org:association:write
associationInvitations.create POST /v1.0/association-invitations body,key org:association:write
associationInvitations.accept POST /v1.0/association-invitations/{invitation_id}/accept body,key org:association:write
associationInvitations.decline POST /v1.0/association-invitations/{invitation_id}/decline key org:association:write
associationInvitations.revoke POST /v1.0/association-invitations/{invitation_id}/revoke key org:association:write
members.list GET /v1.0/members?status,dept_id,q,limit,cursor list member:read
members.create POST /v1.0/members body,key member:write
members.get GET /v1.0/members/{account_id} - member:read
members.update PATCH /v1.0/members/{account_id} body,key member:write
members.setCondition PUT /v1.0/members/{account_id}/condition body,key member:condition:write
members.setRole PUT /v1.0/members/{account_id}/role body,key member:write
resources.list GET /v1.0/members/{account_id}/resources?limit,cursor list resource:read
resources.upsert POST /v1.0/resources body,key resource:write
resources.get GET /v1.0/resources/{resource_id} - resource:read
leave.create POST /v1.0/leave body,key member:leave
leaveApplications.list GET /v1.0/leave-applications?status,limit,cursor list leave_application:read member:leave
leaveApplications.create POST /v1.0/leave-applications body,key member:leave
leaveApplications.get GET /v1.0/leave-applications/{application_id} - leave_application:read member:leave
leaveApplications.approve POST /v1.0/leave-applications/{application_id}/approve body,key leave_application:review
leaveApplications.reject POST /v1.0/leave-applications/{application_id}/reject body,key leave_application:review
leaveApplications.withdraw POST /v1.0/leave-applications/{application_id}/withdraw key member:leave
leaveApplications.confirm POST /v1.0/leave-applications/{application_id}/confirm body,key member:leave
offboardings.preview POST /v1.0/offboardings/preview body,key member:offboard
offboardings.list GET /v1.0/offboardings?status,account_id,limit,cursor list member:offboard
offboardings.create POST /v1.0/offboardings body,key member:offboard
offboardings.get GET /v1.0/offboardings/{offboarding_id} - member:offboard
offboardings.update PATCH /v1.0/offboardings/{offboarding_id} body,key member:offboard
offboardings.cancel POST /v1.0/offboardings/{offboarding_id}/cancel key member:offboard
offboardingBatches.create POST /v1.0/offboarding-batches body,key member:offboard
offboardingBatches.get GET /v1.0/offboarding-batches/{batch_id} - member:offboard
departures.list GET /v1.0/departures?restorable,method,limit,cursor list member:read
departures.get GET /v1.0/departures/{departure_id} - member:read
departures.getHandover GET /v1.0/departures/{departure_id}/handover?limit,cursor list member:read
departures.previewRestore POST /v1.0/departures/{departure_id}/restore/preview key member:restore
departures.restore POST /v1.0/departures/{departure_id}/restore body,key member:restore
verificationCodes.create POST /v1.0/verification-codes body,key
accounts.register POST /v1.0/accounts body,key
recovery.create POST /v1.0/recovery body,key
me.get GET /v1.0/me - account:read
me.listAccounts GET /v1.0/me/accounts?limit,cursor list account:read
me.listOrganizations GET /v1.0/me/organizations?limit,cursor list account:read
me.listDepartures GET /v1.0/me/departures?limit,cursor list account:read
me.listNotifications GET /v1.0/me/notifications?limit,cursor list account:read
me.deregister POST /v1.0/me/deregister body,key account:deregister
apps.list GET /v1.0/apps?limit,cursor list app:read
apps.create POST /v1.0/apps body,key app:write
apps.get GET /v1.0/apps/{app_id} - app:read
apps.update PATCH /v1.0/apps/{app_id} body,key app:write
apps.delete DELETE /v1.0/apps/{app_id} key app:write
apps.createSecret POST /v1.0/apps/{app_id}/secrets key app:write
apps.deleteSecret DELETE /v1.0/apps/{app_id}/secrets/{secret_id} key app:write
authorizations.list GET /v1.0/authorizations?limit,cursor list app:read
authorizations.delete DELETE /v1.0/authorizations/{authorization_id} key app:write
auditLogs.list GET /v1.0/audit-logs?action,target_id,actor_id,limit,cursor list audit:read
events.listTypes GET /v1.0/event-types list event:read
`
