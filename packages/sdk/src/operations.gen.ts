// Generated from openapi.yaml by `npm run generate`. Do not edit.
// By namespace: for each operation its name, and what does not follow from it; operation.ts reads it.
export const operations = `
organization:
unlink org:unlink
previewUnlink
get org:read
update
getCounts member:read
listAdmins org:read
getLeavePolicy
setLeavePolicy org:policy:write
getPolicies org:read
setPolicies PATCH org:policy:write
transferFounder /founder-transfer org:founder:transfer
scheduledUnlinks:{scheduled_unlink_id}
list org:unlink
create
get
cancel -
associations:
list org:association:read
listEnded /ended
get
associationInvitations:
list org:association:write
create
accept
decline -
revoke -
associationBlocks:{associated_org_id}
list org:association:write
create
delete
leave:
create member:leave
preview
listPreviewResources /preview/{preview_id}/resources
leaveApplications:
list leave_application:read member:leave
create member:leave
get leave_application:read member:leave
approve leave_application:review
reject
withdraw - member:leave
confirm
offboardings:
preview /preview member:offboard
listPreviewResources /preview/{preview_id}/resources
list
create
get
update
cancel -
offboardingBatches:{batch_id}
list
create
createByFilter /by-filter
get
listItems
cancel -
departures:
list member:read
get
getHandover cursor
handOver /*/handover member:offboard
listReceipts receipt:read
previewRestore - member:restore
restore
receipts:
list receipt:read
create
get
remind -
settle
legalHolds:
list legal_hold:read
create
get
release
erasures:
list erasure:read
create
get
erasureRequests:{erasure_request_id}
list
grant
refuse
dissolution:
get //organization/dissolution org:dissolve
request //organization/dissolution
cancel DELETE //organization/dissolution -
preview GET //organization/dissolution/preview -
founderReplacements:
list org:read
get
object
organizations:
create account:write
departments:{dept_id}
list org:read
create
get
update
delete query
getDeletion
previewDelete GET /*/deletion/preview query org:write
members:{account_id}
list member:read
create
get
update
setCondition member:condition:write
setRole member:write
changeAddress
listCreations
membershipInvitations:{account_id}
list account:read
accept -
decline -
membershipBlocks:{org_id}
list
create
delete
resources:
list //members/{account_id}/resources resource:read
upsert //resources
get
me:
get account:read
update
changePassword
listConsents
endConsent DELETE /consents/{consent_id} -
listAccounts
listOrganizations
listDepartures
listErasureRequests
requestErasure /erasure-requests
listNotifications
markNotificationsRead /notifications/read
changeAddress POST
deregister account:deregister
accounts:
register //accounts body none
verificationCodes:
create
recovery:
create
apps:
list app:read
create
get
update
delete
createSecret /*/secrets -
deleteSecret /*/secrets/{secret_id}
authorizations:
list
delete
events:
list after event:read
get
listTypes //event-types list
webhookEndpoints:
list webhook:read
create
get
update
delete
test -
verify -
enable -
disable -
rotateSecret /*/rotate-secret
deleteSecret /*/secrets/{secret_id}
getHealth
listDeliveries
recover
getRecovery /*/recoveries/{recovery_id}
deliveries:{delivery_id}
get
redeliver -
auditLogs:
list audit:read
sandbox:
getClock - none
advanceClock
reset -
createUserToken /user-tokens
listVerificationCodes
getData cursor
`
