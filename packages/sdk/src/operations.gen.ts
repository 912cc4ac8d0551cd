// Generated from openapi.yaml by `npm run generate`. Do not edit.
// By namespace: for each operation its name, and what does not follow from it; operation.ts reads it.
export const operations = `
organization:
unlink body org:unlink
previewUnlink /unlink/preview body
get org:read
update org:write
getCounts member:read
listAdmins org:read
getLeavePolicy
setLeavePolicy org:policy:write
getPolicies org:read
setPolicies PATCH org:policy:write
transferFounder /founder-transfer body org:founder:transfer
scheduledUnlinks:{scheduled_unlink_id}
list org:unlink
create
get
cancel
associations:
list org:association:read
listEnded /ended
get
associationInvitations:
list org:association:write
create
accept body
decline
revoke
associationBlocks:{associated_org_id}
list org:association:write
create
delete
leave:
create member:leave
preview body
listPreviewResources /preview/{preview_id}/resources
leaveApplications:
list leave_application:read member:leave
create member:leave
get leave_application:read member:leave
approve body leave_application:review
reject body
withdraw member:leave
confirm body
offboardings:
preview /preview body member:offboard
listPreviewResources /preview/{preview_id}/resources
list
create
get
update
cancel
offboardingBatches:{batch_id}
list member:offboard
create
createByFilter /by-filter
get
listItems
cancel
departures:
list member:read
get
getHandover cursor
handOver /*/handover body member:offboard
listReceipts receipt:read
previewRestore /*/restore/preview member:restore
restore body
receipts:
list receipt:read
create receipt:write
get receipt:read
remind receipt:write
settle body
legalHolds:
list legal_hold:read
create legal_hold:write
get legal_hold:read
release body legal_hold:write
erasures:
list erasure:read
create erasure:write
get erasure:read
erasureRequests:{erasure_request_id}
list erasure:read
grant body erasure:write
refuse body
dissolution:
get //organization/dissolution org:dissolve
request //organization/dissolution body
cancel DELETE //organization/dissolution
preview GET //organization/dissolution/preview
founderReplacements:
list org:read
get
object body org:write
organizations:
create account:write
departments:{dept_id}
list org:read
create org:write
get org:read
update org:write
delete query
getDeletion org:read
previewDelete GET /*/deletion/preview query org:write
members:{account_id}
list member:read
create member:write
get member:read
update member:write
setCondition member:condition:write
setRole member:write
changeAddress
listCreations member:read
membershipInvitations:{account_id}
list account:read
accept account:write
decline
membershipBlocks:{org_id}
list account:read
create account:write
delete
resources:
list //members/{account_id}/resources resource:read
upsert //resources body resource:write
get resource:read
me:
get account:read
update account:write
changePassword
listConsents account:read
endConsent DELETE /consents/{consent_id} account:write
listAccounts account:read
listOrganizations
listDepartures
listErasureRequests
requestErasure /erasure-requests body account:write
listNotifications account:read
markNotificationsRead /notifications/read body account:write
changeAddress POST
deregister body account:deregister
accounts:
register //accounts body none
verificationCodes:
create body none
recovery:
create body none
apps:
list app:read
create app:write
get app:read
update app:write
delete
createSecret /*/secrets -
deleteSecret /*/secrets/{secret_id}
authorizations:
list app:read
delete app:write
events:
list after event:read
get
listTypes //event-types list
webhookEndpoints:
list webhook:read
create webhook:write
get webhook:read
update webhook:write
delete
test
verify
enable
disable
rotateSecret /*/rotate-secret body
deleteSecret /*/secrets/{secret_id}
getHealth webhook:read
listDeliveries
recover body webhook:write
getRecovery /*/recoveries/{recovery_id} webhook:read
deliveries:{delivery_id}
get webhook:read
redeliver webhook:write
auditLogs:
list audit:read
sandbox:
getClock - none
advanceClock /clock/advance body
reset
createUserToken /user-tokens
listVerificationCodes
getData cursor
`
