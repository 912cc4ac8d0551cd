// Generated from openapi.yaml by `npm run generate`. Do not edit.
// By namespace: name, method, path below /v1.0/, flags, and for each way of calling it the scopes.
export const operations = `
organization
unlink POST organization/unlink body org:unlink
previewUnlink POST organization/unlink/preview body org:unlink
get GET organization - org:read
update PATCH organization body org:write
listAdmins GET organization/admins cursor org:read
getLeavePolicy GET organization/leave-policy - org:read
setLeavePolicy PUT organization/leave-policy body org:policy:write
transferFounder POST organization/founder-transfer body org:founder:transfer
associations
list GET associations cursor org:association:read
get GET associations/{association_id} - org:association:read
associationInvitations
list GET association-invitations cursor org:association:write
create POST association-invitations body org:association:write
accept POST association-invitations/{invitation_id}/accept body org:association:write
decline POST association-invitations/{invitation_id}/decline - org:association:write
revoke POST association-invitations/{invitation_id}/revoke - org:association:write
associationBlocks
list GET association-blocks cursor org:association:write
create POST association-blocks body org:association:write
delete DELETE association-blocks/{associated_org_id} - org:association:write
leave
create POST leave body member:leave
leaveApplications
list GET leave-applications cursor leave_application:read member:leave
create POST leave-applications body member:leave
get GET leave-applications/{application_id} - leave_application:read member:leave
approve POST leave-applications/{application_id}/approve body leave_application:review
reject POST leave-applications/{application_id}/reject body leave_application:review
withdraw POST leave-applications/{application_id}/withdraw - member:leave
confirm POST leave-applications/{application_id}/confirm body member:leave
offboardings
preview POST offboardings/preview body member:offboard
list GET offboardings cursor member:offboard
create POST offboardings body member:offboard
get GET offboardings/{offboarding_id} - member:offboard
update PATCH offboardings/{offboarding_id} body member:offboard
cancel POST offboardings/{offboarding_id}/cancel - member:offboard
offboardingBatches
create POST offboarding-batches body member:offboard
get GET offboarding-batches/{batch_id} - member:offboard
departures
list GET departures cursor member:read
get GET departures/{departure_id} - member:read
getHandover GET departures/{departure_id}/handover cursor member:read
previewRestore POST departures/{departure_id}/restore/preview - member:restore
restore POST departures/{departure_id}/restore body member:restore
dissolution
get GET organization/dissolution - org:dissolve
request POST organization/dissolution body org:dissolve
cancel DELETE organization/dissolution - org:dissolve
organizations
create POST organizations body account:write
departments
list GET departments cursor org:read
create POST departments body org:write
members
list GET members cursor member:read
create POST members body member:write
get GET members/{account_id} - member:read
update PATCH members/{account_id} body member:write
setCondition PUT members/{account_id}/condition body member:condition:write
setRole PUT members/{account_id}/role body member:write
membershipInvitations
list GET membership-invitations cursor account:read
accept POST membership-invitations/{account_id}/accept - account:write
decline POST membership-invitations/{account_id}/decline - account:write
membershipBlocks
list GET membership-blocks cursor account:read
create POST membership-blocks body account:write
delete DELETE membership-blocks/{org_id} - account:write
resources
list GET members/{account_id}/resources cursor resource:read
upsert POST resources body resource:write
get GET resources/{resource_id} - resource:read
me
get GET me - account:read
listAccounts GET me/accounts cursor account:read
listOrganizations GET me/organizations cursor account:read
listDepartures GET me/departures cursor account:read
listNotifications GET me/notifications cursor account:read
deregister POST me/deregister body account:deregister
accounts
register POST accounts body
verificationCodes
create POST verification-codes body
recovery
create POST recovery body
apps
list GET apps cursor app:read
create POST apps body app:write
get GET apps/{app_id} - app:read
update PATCH apps/{app_id} body app:write
delete DELETE apps/{app_id} - app:write
createSecret POST apps/{app_id}/secrets - app:write
deleteSecret DELETE apps/{app_id}/secrets/{secret_id} - app:write
authorizations
list GET authorizations cursor app:read
delete DELETE authorizations/{authorization_id} - app:write
events
list GET events after event:read
get GET events/{event_id} - event:read
listTypes GET event-types list event:read
webhookEndpoints
list GET webhook-endpoints cursor webhook:read
create POST webhook-endpoints body webhook:write
get GET webhook-endpoints/{endpoint_id} - webhook:read
update PATCH webhook-endpoints/{endpoint_id} body webhook:write
delete DELETE webhook-endpoints/{endpoint_id} - webhook:write
test POST webhook-endpoints/{endpoint_id}/test - webhook:write
verify POST webhook-endpoints/{endpoint_id}/verify - webhook:write
enable POST webhook-endpoints/{endpoint_id}/enable - webhook:write
disable POST webhook-endpoints/{endpoint_id}/disable - webhook:write
rotateSecret POST webhook-endpoints/{endpoint_id}/rotate-secret body webhook:write
deleteSecret DELETE webhook-endpoints/{endpoint_id}/secrets/{secret_id} - webhook:write
getHealth GET webhook-endpoints/{endpoint_id}/health - webhook:read
listDeliveries GET webhook-endpoints/{endpoint_id}/deliveries cursor webhook:read
recover POST webhook-endpoints/{endpoint_id}/recover body webhook:write
getRecovery GET webhook-endpoints/{endpoint_id}/recoveries/{recovery_id} - webhook:read
deliveries
get GET deliveries/{delivery_id} - webhook:read
redeliver POST deliveries/{delivery_id}/redeliver - webhook:write
auditLogs
list GET audit-logs cursor audit:read
sandbox
getClock GET sandbox/clock -
advanceClock POST sandbox/clock/advance body
reset POST sandbox/reset -
createUserToken POST sandbox/user-tokens body
listVerificationCodes GET sandbox/verification-codes cursor
`
