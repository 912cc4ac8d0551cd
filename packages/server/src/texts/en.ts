/** The English texts of problems and faults, by area. A word in braces is a placeholder of a fault. */
export const en = {
  problems: {
    // Requests
    invalid_request: {
      title: 'Invalid request',
      detail: 'The request does not fit the contract. "errors" names each place.',
    },
    not_found: { title: 'Not found', detail: 'There is nothing here. /docs lists every operation.' },
    method_not_allowed: {
      title: 'Method not allowed',
      detail: 'The header "Allow" names the methods of this path.',
    },
    payload_too_large: {
      title: 'Payload too large',
      detail: 'A body may have 1 MiB and 40,000 values at most.',
    },
    unsupported_media_type: {
      title: 'Unsupported media type',
      detail:
        'Send the body as "Content-Type: application/json" in UTF-8, plain or compressed with gzip, deflate or br.',
    },
    idempotency_in_progress: {
      title: 'Request in progress',
      detail: 'The first request with this Idempotency-Key is still running. Try again with the same key.',
    },
    idempotency_key_reused: {
      title: 'Idempotency key reused',
      detail: 'This Idempotency-Key was used for another request within 24 hours. Use a new key for a new request.',
    },
    rate_limited: { title: 'Too many requests', detail: 'Wait as long as Retry-After says.' },
    internal_error: {
      title: 'Internal error',
      detail: 'The server made a mistake and changed nothing. Quote the request_id when you report it.',
    },
    unavailable: {
      title: 'Unavailable',
      detail: 'The server cannot answer now and changed nothing. Try again.',
    },

    // Tokens and callers
    token_missing: {
      title: 'Token missing',
      detail: 'Send an access token in the header "Authorization: Bearer …". POST /oauth2/token issues one.',
    },
    token_invalid: {
      title: 'Token invalid',
      detail: 'The access token was not issued by this server for this API.',
    },
    token_expired: { title: 'Token expired', detail: 'The access token has expired. Ask for a new one.' },
    token_revoked: {
      title: 'Token revoked',
      detail: 'The app or account of the access token is gone or was changed since. Ask for a new token.',
    },
    scope_missing: {
      title: 'Scope missing',
      detail:
        'The token lacks a scope that this operation takes. Ask for a token with the scopes in "required_scopes".',
    },
    app_required: {
      title: 'App required',
      detail: 'This operation takes the token of an app, not of a person.',
    },
    user_required: {
      title: 'Person required',
      detail: 'This operation takes the token of a person, not of an app.',
    },
    account_restricted: {
      title: 'Account restricted',
      detail: 'The account is frozen, banned, suspended or abnormal and cannot do this. An administrator can help.',
    },
    admin_required: {
      title: 'Administrator required',
      detail: 'Only the founder and administrators may do this.',
    },
    founder_required: {
      title: 'Founder required',
      detail: 'Only the founder of the organisation may do this.',
    },
    ordinary_user_not_allowed: {
      title: 'Not for ordinary members',
      detail: 'Only the founder and administrators may end an association.',
    },
    origin_not_allowed: {
      title: 'Origin not allowed',
      detail:
        'The header "Origin" names a page that may not use this app. Add its origin to the app’s "allowed_origins", exactly as the browser sends it.',
    },
    org_not_authorized: {
      title: 'Not authorized by the organisation',
      detail:
        'The token acts for no organisation that authorises the app. An administrator of the organisation has to authorise it.',
    },
    own_case: {
      title: 'Own case',
      detail:
        'Nobody decides on their own case, nor does an app that they made or gave credentials. Another administrator can.',
    },

    // Accounts
    account_exists: {
      title: 'Account exists',
      detail: 'This person already has a personal account. Sign in, or recover the password.',
    },
    address_in_use: {
      title: 'Address in use',
      detail: 'Somebody already signs in with this address. Use another one, or deregister the account with it first.',
    },
    account_not_found: { title: 'Account not found', detail: 'There is no such active account.' },
    personal_account_required: {
      title: 'Personal account required',
      detail: 'An organisation is created from a personal account.',
    },
    consent_not_found: { title: 'Consent not found', detail: 'The person has no such consent, or it has ended.' },
    code_invalid: {
      title: 'Code invalid',
      detail: 'The verification code is wrong, was used or has expired. Ask for a new one.',
    },
    password_incorrect: {
      title: 'Password incorrect',
      detail: 'The password is wrong. Nothing was changed.',
    },
    too_many_attempts: {
      title: 'Too many attempts',
      detail: 'Too many wrong attempts. Wait as long as Retry-After says.',
    },

    // Organisations
    organization_not_found: { title: 'Organisation not found', detail: 'There is no such organisation.' },
    founder_must_transfer: {
      title: 'Founder must transfer first',
      detail:
        'The founder can’t depart, and can’t be restricted or given another role. Make another member the founder first.',
    },
    dissolution_in_progress: {
      title: 'Dissolution in progress',
      detail: 'The organisation is being dissolved. Its founder can cancel that.',
    },
    dissolution_not_found: { title: 'Dissolution not found', detail: 'No dissolution is under way.' },
    confirm_name_mismatch: {
      title: 'Name does not match',
      detail: '"confirm_name" must read as the name of the organisation, capitals included.',
    },

    // Associations and their invitations
    association_not_found: {
      title: 'Association not found',
      detail:
        'The organisation has no such association; it may have been ended already. GET /v1.0/associations lists those there are.',
    },
    association_exists: {
      title: 'Association exists',
      detail: 'The two organisations are already associated.',
    },
    association_dept_mismatch: {
      title: 'Wrong department',
      detail:
        'The association with this organisation is attached to another department than "dept_id". Nothing was ended.',
    },
    scheduled_unlink_not_found: {
      title: 'Scheduled unlink not found',
      detail: 'The organisation has scheduled no such unlink.',
    },
    scheduled_unlink_exists: {
      title: 'Unlink already scheduled',
      detail:
        'The organisation has already scheduled the end of this association. Cancel that one to set another time.',
    },
    scheduled_unlink_not_pending: {
      title: 'Scheduled unlink not pending',
      detail: 'The unlink was carried out or canceled, or has failed.',
    },
    invitation_not_found: {
      title: 'Invitation not found',
      detail: 'The organisation has no such invitation.',
    },
    invitation_closed: {
      title: 'Invitation closed',
      detail: 'The invitation was accepted, declined or taken back.',
    },
    invitation_expired: {
      title: 'Invitation expired',
      detail: 'The invitation was not answered within 14 days.',
    },
    invitation_refused: {
      title: 'Invitation refused',
      detail: 'The organisation accepts no invitations from yours. Contact it in another way.',
    },
    block_not_found: { title: 'Block not found', detail: 'No such organisation is blocked.' },

    // Departments
    department_not_found: { title: 'Department not found', detail: 'The organisation has no such department.' },
    root_department: {
      title: 'Root department',
      detail: 'Department 1 is the root of the organisation. It is neither moved nor deleted.',
    },
    department_not_empty: {
      title: 'Department not empty',
      detail: 'Something is in the department; "contents" counts it. Name a department in "move_to".',
    },
    department_deletion_running: {
      title: 'Department deletion running',
      detail:
        'A department is being deleted. Until that is done, none is moved or deleted, and nothing is added below it.',
    },

    // Members
    member_not_found: { title: 'Member not found', detail: 'The organisation has no such member.' },
    member_exists: {
      title: 'Member exists',
      detail: '"conflicts" names the members who already have this email, phone or number.',
    },
    other_accounts: {
      title: 'Other accounts',
      detail:
        'The member signs in with the same address outside of the organisation. Only they can change it: POST /v1.0/me/address.',
    },
    departure_restorable: {
      title: 'Departure can be undone',
      detail:
        'A departed member with this email, phone or number can still be restored. Restore "departure_id", or add the member with "rehire_of" for the same person or "new_person" for somebody else.',
    },
    membership_not_accepted: {
      title: 'Membership not accepted',
      detail:
        'The person has other accounts and has not accepted this membership. Accept it first: POST /v1.0/membership-invitations/{account_id}/accept.',
    },
    last_admin: {
      title: 'Last administrator',
      detail:
        'The last administrator who can act and is not about to depart can’t depart, lose the role or be restricted. Make another member an administrator first.',
    },
    resource_not_found: { title: 'Resource not found', detail: 'The organisation has no such resource.' },

    // Departures
    already_departed: { title: 'Already departed', detail: 'The member has already departed.' },
    sole_member_must_dissolve: {
      title: 'Sole member must dissolve',
      detail: 'The founder is the only member. Dissolve the organisation instead.',
    },
    admin_cannot_leave_instantly: {
      title: 'Administrators do not leave instantly',
      detail:
        'Only ordinary members can leave instantly. Deregister the account, or have another administrator offboard it.',
    },
    approval_required: {
      title: 'Approval required',
      detail: 'The organisation requires an approval before a member leaves. Apply with POST /v1.0/leave-applications.',
    },
    leave_application_not_found: {
      title: 'Leave application not found',
      detail: 'The organisation has no such leave application.',
    },
    application_pending: {
      title: 'Application open',
      detail: 'The member has an open leave application. It must be decided, confirmed or withdrawn first.',
    },
    application_not_approved: {
      title: 'Application not approved',
      detail: 'The application must be approved before it can be confirmed.',
    },
    application_closed: {
      title: 'Application closed',
      detail: 'The application was rejected, withdrawn or confirmed, or has expired.',
    },
    personal_account_not_offboardable: {
      title: 'Personal account',
      detail: 'Only its owner can deregister a personal account.',
    },
    offboarding_not_found: {
      title: 'Offboarding not found',
      detail: 'The organisation has no such offboarding.',
    },
    offboarding_exists: {
      title: 'Offboarding scheduled',
      detail: 'An offboarding of this member is already scheduled.',
    },
    offboarding_not_pending: {
      title: 'Offboarding not pending',
      detail: 'The offboarding was carried out or canceled, or has failed.',
    },
    offboarding_batch_not_found: {
      title: 'Batch not found',
      detail: 'The organisation has no such batch.',
    },
    offboarding_batch_ended: {
      title: 'Batch ended',
      detail: 'Every item of the batch has had its turn, or the batch was canceled.',
    },
    preview_not_found: {
      title: 'Preview not found',
      detail: 'There is no such preview, or it has expired. Make a new one.',
    },
    preview_stale: {
      title: 'Preview stale',
      detail:
        'The preview has expired, or the member, their resources or the handover have changed since. Make a new one.',
    },
    handover_running: {
      title: 'Handover running',
      detail: 'A handover of this departure is still running. Try again when its status is "completed".',
    },
    effective_at_in_past: {
      title: 'Time is past',
      detail: '"effective_at" must be in the future; leave it out to act now.',
    },
    recipient_invalid: {
      title: 'Recipient invalid',
      detail: 'A recipient must be another active member of the organisation, neither departing nor restricted.',
    },
    departure_not_found: {
      title: 'Departure not found',
      detail: 'The organisation has no such departure.',
    },
    already_restored: { title: 'Already restored', detail: 'The departure has already been undone.' },
    account_not_restorable: {
      title: 'Not restorable',
      detail: 'This departure can’t be undone: a personal account and a dissolved organisation are gone for good.',
    },
    restore_conflict: {
      title: 'Restore conflict',
      detail:
        'Another active member has the same email, phone or number, or the person can no longer sign in with the address. "conflicts" names each case.',
    },
    restore_window_expired: {
      title: 'Too late to restore',
      detail: 'A departure can be undone until its restorable_until.',
    },
    account_not_departed: {
      title: 'Account not departed',
      detail: 'Only an account that departed can be erased. Offboard the member first.',
    },
    erasure_not_found: { title: 'Erasure not found', detail: 'The organisation has no such erasure.' },
    erasure_exists: { title: 'Already erased', detail: 'The account was erased already, or is being erased.' },
    erasure_request_not_found: {
      title: 'Request for erasure not found',
      detail: 'The organisation has no such request for erasure.',
    },
    erasure_request_exists: {
      title: 'Already asked',
      detail: 'The organisation has already been asked to erase the account, and has not decided yet.',
    },
    erasure_request_decided: {
      title: 'Already decided',
      detail: 'The request for erasure has already been granted or refused.',
    },
    legal_hold_not_found: { title: 'Legal hold not found', detail: 'The organisation has no such legal hold.' },
    legal_hold_standing: {
      title: 'Under a legal hold',
      detail:
        'A legal hold stands on a departure of the account. An administrator can release it, once the matter allows that.',
    },
    legal_hold_released: { title: 'Legal hold released', detail: 'The legal hold was released already.' },
    founder_replacement_not_found: {
      title: 'Founder replacement not found',
      detail: 'The organisation has no such founder replacement.',
    },
    founder_replacement_ended: {
      title: 'Founder replacement ended',
      detail: 'The founder replacement has ended, so there is nothing to object to. Read it to see how.',
    },

    // Apps
    app_not_found: { title: 'App not found', detail: 'The organisation has no such app.' },
    too_many_apps: {
      title: 'Too many apps',
      detail: 'An organisation owns 100 apps at most. Delete one that is no longer used.',
    },
    authorization_not_found: {
      title: 'Authorization not found',
      detail: 'The organisation has no such authorization.',
    },
    app_uses_no_secret: {
      title: 'The app uses no secret',
      detail:
        'It authenticates with a key, or is a public client. Only an app that authenticates with a secret can have one.',
    },
    secret_not_found: { title: 'Secret not found', detail: 'The app has no such secret.' },
    last_secret: {
      title: 'Only secret',
      detail: 'It is the only secret. Rotate it instead; "overlap_seconds": 0 revokes it at once.',
    },
    too_many_secrets: {
      title: 'Two secrets already',
      detail: 'There may be two secrets at a time. Delete one first.',
    },

    // Events and webhooks
    event_not_found: {
      title: 'Event not found',
      detail: 'The organisation has no such event that the token may read.',
    },
    cursor_expired: {
      title: 'Cursor expired',
      detail:
        'Events after "after" are gone: they are older than 30 days, or the platform was restored to a moment before it. Continue with "after" one below "oldest_sequence", and compare your data with the current members.',
    },
    webhook_endpoint_not_found: {
      title: 'Webhook endpoint not found',
      detail: 'The app has no such webhook endpoint.',
    },
    webhook_endpoint_disabled: {
      title: 'Webhook endpoint disabled',
      detail: 'Nothing is sent to a disabled endpoint.',
    },
    webhook_endpoint_unverified: {
      title: 'Webhook endpoint not verified',
      detail:
        'The endpoint has not answered its challenge yet. POST /v1.0/webhook-endpoints/{endpoint_id}/verify sends another.',
    },
    too_many_webhook_endpoints: {
      title: 'Too many webhook endpoints',
      detail:
        'An app has at most 250 endpoints, and the apps of an organisation have at most 1,000 together. Delete one first.',
    },
    delivery_not_found: { title: 'Delivery not found', detail: 'The app has no such delivery.' },
    receipt_not_found: { title: 'Receipt not found', detail: 'The organisation has no such receipt.' },
    receipt_ambiguous: {
      title: 'Several receipts',
      detail: 'Several endpoints of the app owe a receipt for the event. Name one by endpoint_id.',
    },
    receipt_settled: { title: 'Receipt settled', detail: 'The receipt is done or not applicable already.' },
    recovery_not_found: { title: 'Recovery not found', detail: 'The endpoint has no such recovery.' },
  },

  /** Added to the detail of a problem, so that it can be understood alone, for example in a log. */
  additions: {
    sign_in_elsewhere:
      'The member signs in with an address that the organisation knows, and has accounts outside of it. Whoever gets the mailbox or the phone next gets them, unless the member changes the address before.',
    sign_in_elsewhere_own:
      'You sign in with an address that the organisation knows, and have accounts outside of it. Whoever gets the mailbox or the phone next gets them, unless you change the address first.',
    first_fault: ' {in} {pointer}: {detail}',
    more_faults: ' (and {count} more)',
    required_scopes: ' It takes {scopes}.',
  },

  faults: {
    // Any request
    'request.unknown': 'must be left out: this operation does not know it',
    'request.percent_encoding': 'must be percent-encoded UTF-8 (RFC 3986)',
    'body.none': 'must be left out: this operation takes no body',
    'body.incomplete': 'must arrive whole',
    'body.compression': 'must be compressed as Content-Encoding says',
    'body.json': 'must be JSON: {reason}',
    'body.depth': 'must be nested at most 32 levels deep',
    'header.idempotency_key': 'must be 1 to 255 printable ASCII characters without spaces',
    'header.last_event_id': 'must be the sequence of an event',
    'query.cursor': 'must be the next_cursor of a page of this list, with the same filters',
    'list.duplicate': 'must occur only once',

    // Texts and names
    'text.storable': 'must be text without U+0000 and unpaired surrogates',
    'text.filled': 'must be more than white space, without U+0000 and unpaired surrogates',
    'text.lines': 'must not contain control characters other than line breaks',
    'email.grammar': 'must be an email, for example ada@example.com, without a display name, quotes or spaces',
    'email.domain': 'must have an internet domain after the @, for example example.com',
    'email.length': 'must have at most 254 characters, with an international domain in punycode',
    'phone.digits': 'must be a phone number with its country code, for example +86 138 0013 8000',
    'phone.country': 'must begin with + or 00 and an existing country code, for example +86 138 0013 8000',
    'phone.length': 'must have as many digits as the numbers of its country',
    'phone.extension': 'must not have an extension',
    'name.readable': 'must be more than white space, without control or invisible characters',
    'name.visible': 'must not contain control or invisible characters',
    'name.platform': 'must not read as the name of this platform',

    // Accounts and members
    'address.code_missing': 'must be given: the member has accepted, so that the new address must be verified',
    'address.none_to_replace': 'must name an address that the sign-in has',
    'address.missing': 'must have an email or a phone',
    'address.two': 'must be left out where a phone is given',
    'rehire.new_person': 'must be left out beside "rehire_of": the member is the same person or somebody else',
    'restore.identity': 'must be left out where an email or a phone is given',
    'address.email_missing': 'must be given where there is no phone',
    'address.phone_unreachable': 'must be left out: this server sends nothing to phones; give an email',
    'member.inactive': 'must be an active member of the organisation',
    'member.own_manager': 'must be another member',
    'notifications.choice': 'must have either notification_ids or up_to',
    'member.restricted': 'must be a member who is not restricted',
    'member.successor': 'must be another active member of the organisation who is not restricted',
    'department.unknown': 'must be a department of the organisation',
    'department.deleting': 'must be a department that is not being deleted, and not below one',
    'department.below': 'must be neither the department itself nor below it',
    'department.depth': 'must not bring a department deeper than 50 levels',

    // Policies
    'policy.departments_unused': 'must be empty: instant_leave means no departments',
    'policy.departments_missing': 'must have a department that instant_leave means',

    // Associations
    'association.own': 'must be another organisation',
    'association.invited': 'must be an organisation that has no open invitation: {invitation_id} has not been answered',

    // Handover and resources
    'handover.resource': 'must be a resource of the member',
    'handover.recipient': 'must be left out: only a transfer has a recipient',
    'handover.choice': 'must name a recipient in recipient_id, by_kind or by_resource',
    'handover.not_held': 'must be a resource of the departed member that is held',
    'handover.deletion':
      'must be transfer or hold: the policy of the organisation does not let members who leave have anything deleted',
    'resource.held': 'must stay the same while the resource is held',
    'resource.handed_over': 'must stay the same while the resource is handed over',

    // Batches
    'batch.filter_empty': 'must have a condition, so that nobody is offboarded by mistake',
    'batch.filter_wide': 'must match at most {most} members; narrow it and make several batches',
    'batch.manager': 'must be the account of a member of the organisation',
    'batch.revision': 'must be the revision of a dry run with the same filter',

    // Times
    'time.latest': 'must be in the year 9999 or before',
    'clock.backward': 'must not be before the time of the clock, {time}',
    'clock.latest': 'must be before the year 9000',
    'clock.target': 'must have either to or by',

    // Apps
    'app.scope': 'must be a scope that this kind of app can have',
    'app.redirect_uris': 'must not be empty: a public client acts only with a person’s consent',
    'app.jwks_unused': 'must be left out: it is for private_key_jwt only',
    'app.jwks_missing': 'must be given for private_key_jwt',
    'app.key': 'must be a public key for ES256, EdDSA, PS256 or RS256',
    'app.kid': 'must differ from the kid of every other key',
    'origin.form':
      'must be an origin as browsers send it, for example https://app.example: in lower case, and nothing after the host and port',
    'origin.scheme': 'must be https, or http to a loopback address',
    'redirect_uri.absolute': 'must be an absolute http or https URI',
    'redirect_uri.private_use':
      'must be https, http to a loopback address, or a scheme with a dot in its name, such as com.example.app:/callback',
    'redirect_uri.scheme': 'must be https, or http to a loopback address',
    'redirect_uri.loopback':
      'must be http for a loopback address, because the app is a program on the person’s machine',
    'redirect_uri.fragment': 'must not have a fragment',
    'redirect_uri.wildcard': 'must not have a wildcard',
    'redirect_uri.credentials': 'must not have credentials',

    // Events and webhooks
    'event_types.unknown':
      'must be an event type or a wildcard that matches some; GET /v1.0/event-types lists the types',
    'recovery.start': 'must have either since or after_event_id',
    'recovery.event': 'must be an event that the app may read and that is still kept',
    'receipt.of': 'must name either event_id or delivery_id, and not both',
    'receipt.reason': 'must be given for a failure, so that somebody can act on it',
    'webhook.app': 'must name the app that gets the endpoint, an internal app of the organisation',
    'webhook.receipt_types': 'must be given only for an endpoint that deprovisions',
    'webhook.receipts_unreceived': 'must only have types that the endpoint receives by its event_types',
    'webhook.deprovisions':
      'must be false for an endpoint that receives no type for which there are receipts; see its event_types',
    'webhook.header': 'must not be a reserved name',
    'webhook.headers': 'must be given for another origin: repeat the headers, or send [] for none',
    'url.absolute': 'The URL must be a valid absolute URL.',
    'url.scheme': 'The URL must use https.',
    'url.credentials': 'The URL must not contain a user name or password.',
    'url.port': 'The port must be 443, 8443, or 1024 or above.',
    'url.host': 'The host must be a public domain name.',
    'url.address': 'The host must have a public address.',
  },
} as const
