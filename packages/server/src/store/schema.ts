import type { Generated, Insertable, Kysely, Transaction } from 'kysely'

/** The way in which an app authenticates: with a secret, with a key, or, as a public client, not at all. */
export type AuthMethod = 'client_secret_basic' | 'private_key_jwt' | 'none'

/** The reason for the outcome of a resource in a handover. */
export type OutcomeReason =
  | 'by_resource'
  | 'by_kind'
  | 'by_default'
  | 'manager'
  | 'department_head'
  | 'leave_policy'
  | 'nobody'
  | 'recipient_unavailable'
  | 'dissolution'
  | 'legal_hold'
  | 'handed_over'

/** The part that a member has for others, by which these refer to them. */
export type ReferenceRole = 'manager' | 'department_head' | 'fallback_recipient' | 'scheduled_recipient'

/**
 * The tables. Their types are common to SQLite and PostgreSQL: text and integers. A time is in milliseconds since 1970; a list or an
 * object is JSON text. The keys of rows that belong to an organisation begin with `org_id`, so that the data can be partitioned by it.
 */
export interface Schema {
  organization: {
    org_id: string
    name: string
    status: 'active' | 'dissolving' | 'dissolved'
    leave_policy: 'instant' | 'approval'
    leave_fallback_recipient_id: string | null
    /** The `sequence` of the organisation's newest event. */
    last_sequence: number
    /** The `sequence` of the oldest stored event; of the next event if there is none. */
    first_sequence: Generated<number>
    /** The number of rows in `fan_out`; while there are any, new events queue behind them. */
    fan_outs: Generated<number>
    created_at: number
  }
  /** The policies of an organisation that differ from the defaults; an organisation without a row has all of these. */
  organization_policy: {
    org_id: string
    /** The departments named for instant leave are the only ones, or the excepted ones; null if it names none. */
    instant_leave_departments: 'only' | 'except' | null
    /** Numbers of departments, JSON; some may be gone. */
    instant_leave_dept_ids: string
    leaver_may_delete: 0 | 1
    reviewers: 'administrators' | 'manager_or_administrator' | 'manager_and_administrator'
    suspend_then_depart: 'never' | 'before_departure' | 'when_scheduled'
    suspension_hours: number
    restore_window_days: number
    receipt_deadline_hours: number
    /** Null keeps reasons. */
    reason_retention_days: number | null
    /** Null keeps records. */
    record_retention_days: number | null
  }
  department: {
    org_id: string
    dept_id: number
    name: string
    parent_dept_id: number | null
    /** The member at its head. */
    head_id: string | null
    /** The running deletion, if there is one. */
    deletion_id: Generated<string | null>
  }
  /** The record of a deletion, which also keeps the department's number from being given again. */
  department_deletion: {
    org_id: string
    deletion_id: string
    dept_id: number
    name: string
    parent_dept_id: number
    move_to: number | null
    status: 'running' | 'completed'
    /** The number of things in the department when it began, JSON. */
    contents: string
    /** The policies that named the department, JSON. */
    named_by: string
    /** The number of things that have been moved. */
    moved: number
    actor_type: 'user' | 'app'
    actor_id: string
    requested_at: number
    completed_at: number | null
  }
  identity: {
    identity_id: string
    email: string | null
    phone: string | null
    password_hash: string
    /** The language of messages to the person; null for both. */
    locale: Generated<'en' | 'zh-CN' | null>
    created_at: number
  }
  account: {
    account_id: string
    identity_id: string
    kind: 'personal' | 'organization'
    /** The organisation; null for a personal account. */
    org_id: string | null
    name: string
    role: 'founder' | 'admin' | 'member' | null
    condition: 'normal' | 'frozen' | 'banned' | 'suspended' | 'abnormal'
    status: 'active' | 'departed' | 'purged'
    /** The member's address in the organisation; for a personal account, the one with which it was registered. */
    email: string | null
    phone: string | null
    /** The organisation's own number for the member. */
    external_id: string | null
    /**
     * The folded name, and the folded contacts and number, for search (`values/search.ts`). Null where they must be made again: a trigger
     * empties them when a text of the account is changed without them.
     */
    search_name: Generated<string | null>
    search_contacts: Generated<string | null>
    manager_id: string | null
    /** Incremented with every change of the member or their resources, so that a stale preview is detected. */
    revision: number
    /** Part of every token; a new value invalidates all earlier tokens. */
    generation: string
    created_at: number
    /** The time at which the person accepted the membership; null before that. A personal account is accepted from the start. */
    accepted_at: number | null
    /** The departure of the person's earlier account in the organisation, if they were rehired. */
    rehire_of: Generated<string | null>
    /** The first account of a rehired person in the organisation. */
    first_account_id: Generated<string | null>
  }
  account_department: { org_id: string; account_id: string; dept_id: number }
  /** One row for each side of an association. */
  association: {
    org_id: string
    association_id: string
    dept_id: number
    associated_org_id: string
    associated_dept_id: number
    type: 'upstream' | 'downstream' | 'partner'
    status: 'linked' | 'unlinked'
    linked_at: number
    unlinked_at: number | null
    /** The side of `org_id` in the end of the association; null with the following columns before it, and before they were kept. */
    ended_side: Generated<'initiator' | 'associated' | null>
    cause: Generated<'api' | 'scheduled' | 'dissolution' | null>
    reason_code: Generated<string | null>
    /** Kept by the initiator's side only. */
    reason_text: Generated<string | null>
    /** JSON: the type and id of the actor. */
    ended_by: Generated<string | null>
    /** The name of the other organisation when the association ended. */
    ended_org_name: Generated<string | null>
    /** The time at which the organisation's policy erased its reason; null before that. */
    reasons_erased_at: Generated<number | null>
  }
  /** An unlink at a set time, kept by the organisation that asked for it. */
  scheduled_unlink: {
    org_id: string
    unlink_id: string
    association_id: string
    dept_id: number
    associated_org_id: string
    status: 'scheduled' | 'completed' | 'canceled' | 'failed'
    at: number
    reason_code: string | null
    reason_text: string | null
    actor_type: 'user' | 'app'
    actor_id: string
    /** The code of the refusal. */
    failure: string | null
    created_at: number
    ended_at: number | null
    /** The time at which the organisation's policy erased its reason; null before that. */
    reasons_erased_at: Generated<number | null>
  }
  resource: {
    org_id: string
    resource_id: string
    account_id: string
    kind: string
    name: string
    /** The app that registered the resource, and the app's id for it. */
    app_id: string | null
    external_id: string | null
    status: 'owned' | 'held'
    created_at: number
  }
  /** A resource of `org_id` that the associated organisation may see. */
  resource_share: { org_id: string; resource_id: string; associated_org_id: string; created_at: number }
  app: {
    app_id: string
    /** The organisation that owns the app; null for the sandbox's own. */
    org_id: string | null
    kind: 'internal' | 'third_party'
    name: string
    status: 'active' | 'suspended'
    scopes: string
    redirect_uris: string
    /** The origins of pages that may use the app, JSON. */
    allowed_origins: Generated<string>
    /**
     * The authentication method of the app at the token endpoint (RFC 8414); `client_secret_basic` also allows
     * `client_secret_post`.
     */
    auth_method: Generated<AuthMethod>
    /** The public keys of an app that authenticates with `private_key_jwt` (RFC 7517), JSON. */
    jwks: string | null
    /** A new value invalidates all earlier tokens. */
    generation: string
    created_at: number
  }
  /** The allowed origins of apps, by origin. */
  app_origin: { origin: string; app_id: string }
  app_secret: { app_id: string; secret_id: string; hash: string; created_at: number; expires_at: number | null }
  /** The people who can act as an app: they made it, or gave it a secret, keys, redirect URIs or scopes. */
  app_controller: { app_id: string; identity_id: string; created_at: number }
  /** An organisation's permission for a third-party app. */
  authorization: {
    org_id: string
    authorization_id: string
    app_id: string
    scopes: string
    status: 'active' | 'ended'
    /** Part of every token; a new authorization has a new one, so that earlier tokens stay invalid. */
    grant_id: string
    authorized_by: string
    created_at: number
    ended_at: number | null
  }
  event: {
    org_id: string
    sequence: number
    event_id: string
    type: string
    /** The exact text that is signed and delivered. */
    body: string
    /** The account or association that the event is about. */
    subject: string | null
    /** The app whose endpoint the event concerns; null for an event that anyone with the scope may read. */
    only_for: string | null
    /** The trace of the request that caused it (W3C Trace Context); null without one. */
    traceparent: string | null
    created_at: number
  }
  webhook_endpoint: {
    endpoint_id: string
    app_id: string
    url: string
    event_types: string | null
    description: string | null
    format: 'standard' | 'cloudevents-binary' | 'cloudevents-structured'
    /** Custom headers, JSON; each value is sealed. */
    headers: string | null
    status: 'unverified' | 'enabled' | 'disabled' | 'deleted'
    disabled_reason: string | null
    /** `subject`: the events about one account or association are delivered one after the other. */
    ordering: Generated<'none' | 'subject'>
    /** 1 for an endpoint that owes receipts. */
    deprovisions: Generated<number>
    /** The types for which it owes them, JSON; null for all that it receives. */
    receipt_types: string | null
    /** The time at which it answered its challenge; null before that. */
    verified_at: number | null
    created_at: number
  }
  /** The unanswered challenge of an endpoint. */
  endpoint_challenge: {
    endpoint_id: string
    /** The time of its next sending, by the business clock; null after the last one. */
    due_at: number | null
    /** The number of times that it was sent to this URL. */
    sent: number
    last_sent_at: number | null
    failure: string | null
    lease_id: string | null
    /** The end of the sending process's lease, by the real clock. */
    lease_until: number
  }
  /** A task that sends the missed events of an endpoint again, page by page. */
  recovery: {
    org_id: string
    recovery_id: string
    endpoint_id: string
    status: 'running' | 'completed' | 'canceled'
    /** The remaining work and the progress, JSON. */
    spans: string
    total: number
    queued: number
    created_at: number
    completed_at: number | null
  }
  /** The health of each endpoint; times are by the business clock. */
  endpoint_health: {
    endpoint_id: string
    /** `open`: all due deliveries but one probe are held; `half_open`: the probe is under way. */
    breaker: Generated<'closed' | 'open' | 'half_open'>
    /** Failures since the last success. */
    consecutive_failures: Generated<number>
    /** The number of those that may be the endpoint's fault: refusals of certain events do not count. */
    unexplained_failures: Generated<number>
    /** The types, subjects and events that failed and have not succeeded since, JSON. */
    refused_marks: string | null
    /** The time of the first of the failures. */
    first_failure_at: number | null
    last_success_at: number | null
    opened_at: number | null
    /** The number of failed probes since the breaker opened. */
    probes: Generated<number>
    /** The time of the next probe, while the breaker is not closed. */
    probe_at: number | null
    /** The time until which a probe counts as under way, by the real clock. */
    probe_lease_until: number | null
    /** The end of the pause for which the consumer asked. */
    retry_after_until: number | null
    /** The number of attempts that a server may have under way. */
    concurrency: Generated<number>
    /** The time at which the administrators were warned of these failures. */
    warned_at: number | null
    /** The time at which the administrators were last notified that a delivery was given up. */
    given_up_told_at: number | null
  }
  /** Deliveries requested by hand, which are attempted once without waiting for the end of a pause. */
  delivery_by_hand: {
    endpoint_id: string
    delivery_id: string
  }
  webhook_secret: {
    endpoint_id: string
    secret_id: string
    sealed: string
    created_at: number
    expires_at: number | null
  }
  delivery: {
    org_id: string
    delivery_id: string
    endpoint_id: string
    event_id: string
    sequence: number
    event_type: string
    status: 'pending' | 'succeeded' | 'failed' | 'held'
    /** The number of attempts so far, which is the number of the last one. */
    attempts: number
    /** The number of attempts that count in the schedule. */
    counted: Generated<number>
    /** The subject within which order is kept, if the endpoint asks for order. */
    subject: string | null
    /** The time at which the next attempt falls due, by the business clock. */
    due_at: number
    /** The fencing id, against a worker that continues after its lease. */
    lease_id: string | null
    /** The end of the claim, by the real clock. */
    lease_until: number
    created_at: number
    finished_at: number | null
  }
  attempt: {
    org_id: string
    delivery_id: string
    number: number
    started_at: number
    duration_ms: number
    response_status: number | null
    response_body: string | null
    /** The target of a redirect. */
    location: Generated<string | null>
    error: string | null
    /** The duration of each phase, in milliseconds; null for a phase that did not happen. */
    dns_ms: number | null
    connect_ms: number | null
    tls_ms: number | null
    first_byte_ms: number | null
    /** 0 for an attempt that does not count in the schedule. */
    counted: Generated<number>
  }
  idempotency: {
    org_id: string
    principal: string
    key: string
    fingerprint: string
    /** Null while the first request is running. */
    status: number | null
    body: string | null
    /** The time until which a running request holds the key, by the real clock. */
    lease_until: number
    expires_at: number
  }
  verification_code: {
    code_id: string
    email: string | null
    phone: string | null
    purpose: 'register' | 'recover' | 'change_address'
    /** Sealed; the sandbox shows it. */
    code: string
    /** A digest of the address and the network that asked for the code. */
    asked_by: string
    /** The number of wrong codes that may still be given. */
    tries_left: number
    created_at: number
    expires_at: number
  }
  /** The networks from which the owner of an address has signed in; both are digests. */
  proven_network: { address: string; network: string; expires_at: number }
  /**
   * The state of the authorization server between requests: interactions, pushed requests, codes, refresh tokens, grants, and ids that
   * must not be used again. A copy of a row is of no use: the id is a digest, the payload is sealed.
   */
  oidc_model: {
    kind: string
    /** SHA-256 of the id, which is the code or token itself where there is one. */
    id_digest: string
    payload: string | null
    /** SHA-256 of the id of its grant. */
    grant_digest: string | null
    /** By the real clock, like `expires_at`. */
    consumed_at: number | null
    expires_at: number
  }
  /** A person's permission for an app to act for them, as they see it; its tokens are in `oidc_model`. */
  consent: {
    account_id: string
    consent_id: string
    app_id: string
    /** JSON. */
    scopes: string
    /** The state to which its tokens are tied. */
    gid: string
    /** SHA-256 of the id of its grant. */
    grant_digest: string
    /** By the real clock, like `expires_at`. */
    given_at: number
    expires_at: number
  }
  /** The token with which a person replaced their password, which outlives the generation that it is tied to. */
  kept_token: {
    account_id: string
    /** The account's generation since the change: with another one the token ends, too. */
    generation: string
    /** The generation that the token carries. */
    former_generation: string
    /** SHA-256 of the id of its grant, or of its own id if it has no grant. */
    token_digest: string
  }
  signing_key: {
    kid: string
    purpose: 'access_token' | 'webhook'
    sealed: string
    state: 'active' | 'next' | 'retired'
    created_at: number
    /** The time at which a next key becomes active or a retired one is removed, by the real clock; null for the active key. */
    until: number | null
  }
  /** The record of a departure, which stays until the policy `record_retention_days` removes it. */
  departure: {
    org_id: string
    departure_id: string
    account_id: string
    identity_id: string
    method: 'self_leave' | 'approved_leave' | 'admin_offboard' | 'org_dissolved' | 'declined'
    initiator: 'self' | 'admin' | 'app' | 'system'
    actor_type: 'user' | 'app' | 'system'
    actor_id: string
    reason_code: string | null
    reason_text: string | null
    entry_point: string | null
    /** The member before the departure, JSON. */
    snapshot: string
    /** The handover of their resources, JSON. */
    handover: string
    handover_status: 'running' | 'completed'
    transferred: number
    deleted: number
    held: number
    status: 'departed' | 'restored' | 'purged'
    /** Null if the departure can't be undone. */
    restorable_until: number | null
    departed_at: number
    restored_at: number | null
    /** The member named to take the departed one's place where others refer to them. */
    successor_id: string | null
    /** JSON: what the member was and had set before, for a restore; null for departures of older versions. */
    closed: Generated<string | null>
    /** The latest account with which the person was rehired. */
    rehired_as: Generated<string | null>
    /** The time at which every system had settled its receipt; null before that, and where none owes any. */
    closed_at: number | null
    /** The number of standing legal holds. */
    legal_holds: Generated<number>
    /** The time at which the organisation's policy erased its reason; null before that. */
    reasons_erased_at: Generated<number | null>
  }
  /** The answer that an endpoint owes to an event. */
  receipt: {
    org_id: string
    receipt_id: string
    endpoint_id: string
    app_id: string
    /** The name of the app at the time of the event. */
    app_name: string
    event_id: string
    sequence: number
    event_type: 'member.departed' | 'member.restored' | 'organization.association.unlinked' | 'app.deauthorized'
    /** The account, association or authorization that the event is about. */
    subject_id: string
    departure_id: string | null
    status: 'awaited' | 'acknowledged' | 'done' | 'failed' | 'not_applicable'
    reason: string | null
    details: string | null
    answered_by: 'endpoint' | 'app' | 'administrator' | 'platform' | null
    acknowledged_at: number | null
    /** The time of the last answer. */
    answered_at: number | null
    deadline_at: number
    /** The time from which administrators must be notified of it; null when they were, or when it is settled. */
    notice_at: number | null
    reminders: Generated<number>
    reminded_at: number | null
    created_at: number
    expires_at: number
    /** The time at which the organisation's policy erased its reason; null before that. */
    reasons_erased_at: Generated<number | null>
  }
  /** A protection of a departure from every removal. */
  legal_hold: {
    org_id: string
    hold_id: string
    departure_id: string
    account_id: string
    reason: string
    /** The administrator's account. */
    placed_by: string
    placed_at: number
    released_by_type: 'user' | 'system' | null
    released_by: string | null
    /** Null while it stands. */
    released_at: number | null
    /** Also set on a standing hold whose release an operator has asked for. */
    release_reason: string | null
  }
  /** A transfer of the founder that an operator has asked for. */
  founder_replacement: {
    org_id: string
    replacement_id: string
    /** `requested` until a server has begun it. */
    status: 'requested' | 'waiting' | 'completed' | 'objected' | 'canceled' | 'failed'
    founder_id: string
    successor_id: string
    reason: string
    /** The length of the waiting time. */
    waiting_days: number
    started_at: number | null
    effective_at: number | null
    ended_at: number | null
    ended_by_type: 'user' | 'system' | null
    ended_by: string | null
    /** Also set on one that is not over, whose end an operator has asked for. */
    end_reason: string | null
    /** The code of a refusal, or the change that made it impossible. */
    failure: string | null
    /** The fact of which administrators are being notified; null when all were. */
    telling: 'started' | 'reminder' | 'ended' | null
    /** The last account that was notified of it. */
    told_up_to: string
  }
  /** The erasure of everything personal of a departed account. */
  erasure: {
    org_id: string
    erasure_id: string
    account_id: string
    status: 'running' | 'completed'
    pseudonym: string
    /** The administrator's account. */
    requested_by: string
    /** The state between steps with the texts of the person, JSON; null once it is completed. */
    progress: string | null
    /** The counts of each table, JSON. */
    proof: string
    sign_in: 'removed' | 'kept' | null
    created_at: number
    completed_at: number | null
  }
  /** A person's request to have a departed account erased. */
  erasure_request: {
    org_id: string
    erasure_request_id: string
    departure_id: string
    account_id: string
    /** The person who asked, as the departure knows them. */
    identity_id: string
    message: string | null
    status: 'open' | 'granted' | 'refused'
    ground: 'kept_by_law' | 'legal_claims' | 'public_interest' | 'freedom_of_expression' | 'unfounded' | null
    reason: string | null
    /** The administrator's account; null while it is open, and where the organisation is dissolved. */
    decided_by: string | null
    decided_at: number | null
    erasure_id: string | null
    created_at: number
    decide_by: number
  }
  /** The outcome of the handover for one resource. */
  handover_item: {
    org_id: string
    departure_id: string
    resource_id: string
    kind: string
    name: string
    outcome: 'transferred' | 'deleted' | 'held'
    recipient_id: string | null
    /** The reason for the outcome; null in rows of older servers. */
    recipient_reason: OutcomeReason | null
    /** The recipient who was first in line and could not take over. */
    intended_recipient_id: string | null
    /** The time at which a held resource was handed over. */
    handed_over_at: number | null
  }
  /** A handover of resources that were held when their owner departed, page by page. */
  held_handover: {
    org_id: string
    departure_id: string
    handover_id: string
    /** The requested choices, JSON. */
    choices: string
    status: 'running' | 'completed'
    actor_type: 'user' | 'app'
    actor_id: string
    /** The last resource that was looked at; empty before the first. */
    position: string
    /** The number of resources that each recipient has received, JSON. */
    received: string
    /** The number of resources that stay held because their recipient can no longer take over, by recipient, JSON. */
    unavailable: string
    created_at: number
    completed_at: number | null
  }
  /** A place that referred to a departed member, and the member who is there now. */
  departure_reference: {
    org_id: string
    departure_id: string
    role: ReferenceRole
    /** The member, department, organisation or offboarding that refers. */
    subject_id: string
    /** The member who took the place; null if it was cleared. */
    holder_id: string | null
    /** After a restore: 1 if the place was given back, 0 if somebody has changed it since. */
    given_back: number | null
  }
  leave_application: {
    org_id: string
    application_id: string
    account_id: string
    reason_code: string
    reason_text: string
    status: 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'confirmed' | 'expired'
    comment: string | null
    decided_by: string | null
    decided_at: number | null
    expires_at: number | null
    departure_id: string | null
    /** The policy of the organisation when it was submitted. */
    reviewers: Generated<Schema['organization_policy']['reviewers']>
    /** The approvals that a pending application still lacks; `either` takes one of the two. */
    awaiting: Generated<'administrator' | 'manager' | 'both' | 'either'>
    /** The manager who is asked for an approval; null if only administrators are. */
    manager_id: string | null
    /** The approvals so far, JSON. */
    approvals: Generated<string>
    created_at: number
    /** The time at which it ended without a departure; null before that. */
    ended_at: Generated<number | null>
    /** The time at which the organisation's policy erased its reason; null before that. */
    reasons_erased_at: Generated<number | null>
  }
  offboarding: {
    org_id: string
    offboarding_id: string
    account_id: string
    status: 'scheduled' | 'completed' | 'canceled' | 'failed'
    effective_at: number
    handover: string
    reason_code: string
    reason_text: string | null
    actor_type: 'user' | 'app'
    actor_id: string
    batch_id: string | null
    departure_id: string | null
    failure: string | null
    /** The time from which the member is suspended until they depart; null if they are not. */
    suspend_at: number | null
    /** The condition before the suspension, to which the member returns if it is canceled; null if it does not suspend them. */
    suspended_from: Schema['account']['condition'] | null
    created_at: number
    /** The member named to take the leaver's place where others refer to them. */
    successor_id: string | null
    /** The time at which it ended without a departure; null before that. */
    ended_at: Generated<number | null>
    /** The time at which the organisation's policy erased its reason; null before that. */
    reasons_erased_at: Generated<number | null>
  }
  /** A member whom a scheduled offboarding of somebody else names as recipient or successor. */
  offboarding_recipient: { org_id: string; account_id: string; offboarding_id: string }
  offboarding_batch: {
    org_id: string
    batch_id: string
    status: 'running' | 'completed' | 'canceled'
    total: number
    succeeded: Generated<number>
    failed: Generated<number>
    /** The position of the next item that has its turn. */
    next_position: Generated<number>
    actor: string
    /** JSON: the common part of the items of a batch by filter. */
    template: Generated<string | null>
    /** JSON: the filter of a batch by filter. */
    filter: Generated<string | null>
    /** A hash of the members that the filter matched. */
    revision: Generated<string | null>
    /** JSON: the ids that the filter names and that matched nobody. */
    not_matched: Generated<string | null>
    /** 1 if nobody is offboarded. */
    is_dry_run: Generated<number>
    created_at: number
    completed_at: number | null
    /** The time at which the organisation's policy erased its reason; null before that. */
    reasons_erased_at: Generated<number | null>
  }
  offboarding_batch_item: {
    org_id: string
    batch_id: string
    position: number
    item: string
    status: 'pending' | 'succeeded' | 'failed' | 'canceled'
    offboarding_id: string | null
    /** The code of the refusal. */
    failure: string | null
    /** JSON: the specifics of the refusal. */
    problem: Generated<string | null>
    /** JSON: the expected effects, for an item of a dry run. */
    report: Generated<string | null>
  }
  offboarding_preview: {
    org_id: string
    preview_id: string
    account_id: string
    /** A hash of the previewed state; a change makes the preview stale. */
    revision: string
    expires_at: number
    /** The previewed handover, JSON. */
    handover: string
    successor_id: string | null
    /** A hash of what becomes of the resources; null in previews of older servers. */
    handover_revision: Generated<string | null>
  }
  leave_preview: {
    org_id: string
    preview_id: string
    account_id: string
    /** The previewed handover, JSON. */
    handover: string
    handover_revision: string
    expires_at: number
  }
  dissolution: {
    org_id: string
    dissolution_id: string
    status: 'scheduled' | 'canceled' | 'running' | 'completed'
    reason_code: string
    requested_by: string
    requested_at: number
    effective_at: number
    ended_at: number | null
  }
  association_invitation: {
    org_id: string
    invitation_id: string
    dept_id: number
    associated_org_id: string
    type: 'upstream' | 'downstream' | 'partner'
    message: string | null
    status: 'pending' | 'accepted' | 'declined' | 'revoked' | 'expired'
    created_at: number
    expires_at: number
  }
  /** An organisation from which `org_id` takes no invitations. */
  association_block: { org_id: string; associated_org_id: string; created_at: number }
  /** An organisation from which a person takes no invitations. */
  membership_block: { identity_id: string; org_id: string; created_at: number }
  /** A message to a person, whichever account they use. */
  notification: {
    identity_id: string
    notification_id: string
    account_id: string
    org_id: string | null
    type: string
    /** JSON. */
    data: string
    created_at: number
    /** The time at which the person read it; null before that. */
    read_at: Generated<number | null>
  }
  /** The audit log: the actor of each change, its origin, and the state before and after. */
  audit_log: {
    org_id: string
    audit_id: string
    actor_type: 'user' | 'app' | 'system'
    actor_id: string
    action: string
    target_id: string
    before: string | null
    after: string | null
    address: string | null
    request_id: string | null
    created_at: number
  }
  /** The uses that limits count, by subject, with the end of the window in milliseconds; see limits/limiter. */
  counter: { subject: string; count: number; window_ends_at: number }
  /** Work that falls due; see due-work. */
  due_work: {
    org_id: string
    work_id: string
    kind: string
    subject_id: string
    /** By the business clock. */
    due_at: number
    /** The number of failures since the last success. */
    failures: Generated<number>
    /** The time of the first of them, by the business clock. */
    failing_since: number | null
    /** The message of the last of them, for operators. */
    last_error: string | null
  }
  /** Events of one transaction whose deliveries are created afterwards, in pages, because they are too many for the transaction. */
  fan_out: {
    org_id: string
    /** The first event whose deliveries are not all created yet. */
    next_sequence: number
    up_to: number
    /** The number of its recipients that have their deliveries already. */
    next_recipient: number
    audience_id: string
  }
  /** The recipients of an organisation's events at the time of a transaction, stored once for all transactions that find the same. */
  fan_out_audience: {
    org_id: string
    /** A hash of the recipients. */
    audience_id: string
    /** JSON, {@link Audience} of `events/outbox/audience.ts`. */
    recipients: string
  }
  /** Events that an app may no longer receive, although their deliveries are still to be created. */
  fan_out_withdrawal: {
    org_id: string
    withdrawal_id: string
    app_id: string
    up_to: number
    /** JSON; null for all types. */
    types: string | null
  }
  /** Settings of the installation, for example the clock's offset and the sandbox's credentials (sealed). */
  setting: { name: string; value: string }
}

/** A row to be inserted. */
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>

export type Database = Kysely<Schema>

/** A transaction that writes. */
export type Tx = Transaction<Schema>

/** The database, or a transaction, to read from. */
export type Reader = Database | Tx
