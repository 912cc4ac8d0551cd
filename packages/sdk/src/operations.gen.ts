// Generated from openapi.yaml by `npm run generate`. Do not edit.
// By namespace: name, method, path, flags, and for each way of calling it the scopes; operation.ts reads it.
export const operations = `
organization:
unlink  > body org:unlink
previewUnlink  /unlink/preview body
get    org:read
update   body org:write
getCounts  >>  member:read
listAdmins  >> cursor org:read
getLeavePolicy  >>
setLeavePolicy PUT >> body org:policy:write
getPolicies  >>  org:read
setPolicies PATCH >> body org:policy:write
transferFounder  /founder-transfer body org:founder:transfer
scheduledUnlinks:
list   cursor org:unlink
create   body
get  /{scheduled_unlink_id}
cancel  /*>
associations:
list   cursor org:association:read
listEnded  >> cursor
get  /{association_id}
associationInvitations:
list   cursor org:association:write
create   body
accept  /{invitation_id}> body
decline  /*>
revoke  /*>
associationBlocks:
list   cursor org:association:write
create   body
delete  /{associated_org_id}
leave:
create   body member:leave
preview  > body
listPreviewResources  /preview/{preview_id}/resources cursor
leaveApplications:
list   cursor leave_application:read member:leave
create   body member:leave
get  /{application_id}  leave_application:read member:leave
approve  /*> body leave_application:review
reject  /*> body
withdraw  /*>  member:leave
confirm  /*> body
offboardings:
preview  > body member:offboard
listPreviewResources  /preview/{preview_id}/resources cursor
list   cursor
create   body
get  /{offboarding_id}
update  /{offboarding_id} body
cancel  /{offboarding_id}>
offboardingBatches:
list   cursor member:offboard
create   body
createByFilter  >> body
get  /{batch_id}
listItems  /*>> cursor
cancel  /*>
departures:
list   cursor member:read
get  /{departure_id}
getHandover  /*>> cursor
handOver  /*/handover body member:offboard
listReceipts  /*>> cursor receipt:read
previewRestore  /*/restore/preview  member:restore
restore  /*> body
receipts:
list   cursor receipt:read
create   body receipt:write
get  /{receipt_id}  receipt:read
remind  /*>  receipt:write
settle  /*> body
legalHolds:
list   cursor legal_hold:read
create   body legal_hold:write
get  /{hold_id}  legal_hold:read
release  /*> body legal_hold:write
erasures:
list   cursor erasure:read
create   body erasure:write
get  /{erasure_id}  erasure:read
dissolution:
get  organization/dissolution  org:dissolve
request  organization/dissolution body
cancel DELETE organization/dissolution
preview GET organization/dissolution>
founderReplacements:
list   cursor org:read
get  /{replacement_id}
object  /*> body org:write
organizations:
create   body account:write
departments:
list   cursor org:read
create   body org:write
get  /{dept_id}  org:read
update  /* body org:write
delete  /* query
getDeletion  /*>>  org:read
previewDelete GET /*/deletion/preview query org:write
members:
list   cursor member:read
create   body member:write
get  /{account_id}  member:read
update  /* body member:write
setCondition PUT /*>> body member:condition:write
setRole PUT /*>> body member:write
changeAddress PUT /*>> body
listCreations  /*>> cursor member:read
membershipInvitations:
list   cursor account:read
accept  /{account_id}>  account:write
decline  /*>
membershipBlocks:
list   cursor account:read
create   body account:write
delete  /{org_id}
resources:
list  members/{account_id}/resources cursor resource:read
upsert   body resource:write
get  /{resource_id}  resource:read
me:
get    account:read
update   body account:write
changePassword PUT >> body
listConsents  >> cursor account:read
endConsent DELETE /consents/{consent_id}  account:write
listAccounts  >> cursor account:read
listOrganizations  >> cursor
listDepartures  >> cursor
listNotifications  >> cursor
markNotificationsRead  /notifications/read body account:write
changeAddress  >> body
deregister  > body account:deregister
accounts:
register   body none
verificationCodes:
create   body none
recovery:
create   body none
apps:
list   cursor app:read
create   body app:write
get  /{app_id}  app:read
update  /* body app:write
delete  /*
createSecret  /*/secrets
deleteSecret  /*/secrets/{secret_id}
authorizations:
list   cursor app:read
delete  /{authorization_id}  app:write
events:
list   after event:read
get  /{event_id}
listTypes  event-types list
webhookEndpoints:
list   cursor webhook:read
create   body webhook:write
get  /{endpoint_id}  webhook:read
update  /* body webhook:write
delete  /*
test  /*>
verify  /*>
enable  /*>
disable  /*>
rotateSecret  /*> body
deleteSecret  /*/secrets/{secret_id}
getHealth  /*>>  webhook:read
listDeliveries  /*>> cursor
recover  /*> body webhook:write
getRecovery  /*/recoveries/{recovery_id}  webhook:read
deliveries:
get  /{delivery_id}  webhook:read
redeliver  /*>  webhook:write
auditLogs:
list   cursor audit:read
sandbox:
getClock  >>  none
advanceClock  /clock/advance body
reset  >
createUserToken  /user-tokens body
listVerificationCodes  >> cursor
getData  >> cursor
`
