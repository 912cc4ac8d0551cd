import type { Generated, Kysely, Transaction } from 'kysely'

/** How an app proves who it is: with a secret, with a key, or, as a public client, not at all. */
export type AuthMethod = 'client_secret_basic' | 'private_key_jwt' | 'none'

/**
 * The tables. Types are those that SQLite and PostgreSQL share: text, and integers; a time is milliseconds since 1970, a list
 * or an object is JSON in text. Keys begin with `org_id` wherever a row belongs to an organisation, so that the data can be
 * partitioned by it.
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
    /** The `sequence` of the oldest event that is kept; of the next one when there is none. */
    first_sequence: Generated<number>
    /** The number of rows in `fan_out`; while there are any, new events queue behind them. */
    fan_outs: Generated<number>
    created_at: number
  }
  department: {
    org_id: string
    dept_id: number
    name: string
    parent_dept_id: number | null
    /** The member who heads it. */
    head_id: string | null
  }
  identity: {
    identity_id: string
    email: string | null
    phone: string | null
    password_hash: string
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
    /** How the organisation reaches the member; of a personal account, what it was registered with. */
    email: string | null
    phone: string | null
    /** The organisation's own number for the member. */
    external_id: string | null
    manager_id: string | null
    /** Counts up with every change of the member or of what they own, so that a preview can tell that it is stale. */
    revision: number
    /** Carried by tokens; changes when every token issued before is to be refused. */
    generation: string
    created_at: number
    /** When the person accepted the membership; null while only the organisation says so. A personal account always is. */
    accepted_at: number | null
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
  }
  resource: {
    org_id: string
    resource_id: string
    account_id: string
    kind: string
    name: string
    /** The app that registered it, and what it calls it. */
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
    /** How the app authenticates at the token endpoint (RFC 8414); `client_secret_basic` allows `client_secret_post` too. */
    auth_method: Generated<AuthMethod>
    /** The public keys of an app that authenticates with `private_key_jwt` (RFC 7517), JSON. */
    jwks: string | null
    /** Changes when every token issued before is to be refused. */
    generation: string
    created_at: number
  }
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
    /** Carried by tokens; a new authorization has another, so that a token from before stays dead. */
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
    /** The bytes that are signed and delivered. */
    body: string
    /** The account or association that the event is about. */
    subject: string | null
    /** The app whose endpoint it concerns; null for an event that everybody with the scope may read. */
    only_for: string | null
    /** The trace of the request that made it (W3C Trace Context); null where it was none. */
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
    /** `subject`: the events about one account or association come one after the other. */
    ordering: Generated<'none' | 'subject'>
    /** When it answered its challenge; null until then. */
    verified_at: number | null
    created_at: number
  }
  /** The challenge that an endpoint has not answered yet. */
  endpoint_challenge: {
    endpoint_id: string
    /** When it is sent next, by the business clock; null when it was sent often enough. */
    due_at: number | null
    /** How often it was sent to this URL. */
    sent: number
    last_sent_at: number | null
    failure: string | null
    lease_id: string | null
    /** Until when a process that sends it has it, by the real clock. */
    lease_until: number
  }
  /** The sending of what an endpoint missed, page by page. */
  recovery: {
    org_id: string
    recovery_id: string
    endpoint_id: string
    status: 'running' | 'completed' | 'canceled'
    /** What is to be looked at, and what was: JSON. */
    spans: string
    total: number
    queued: number
    created_at: number
    completed_at: number | null
  }
  /** How an endpoint does. Every endpoint has a row; times are by the business clock. */
  endpoint_health: {
    endpoint_id: string
    /** `open`: what is due is held, but for a probe; `half_open`: the probe is under way. */
    breaker: Generated<'closed' | 'open' | 'half_open'>
    /** Failures since the last success. */
    consecutive_failures: Generated<number>
    /** Those of them that may be the endpoint's own: refusals of certain events are left out. */
    unexplained_failures: Generated<number>
    /** The types, subjects and events that failed and have had no success since: JSON. */
    refused_marks: string | null
    /** The first of the failures. */
    first_failure_at: number | null
    last_success_at: number | null
    opened_at: number | null
    /** Probes that failed since the breaker opened. */
    probes: Generated<number>
    /** Nothing is sent before, while the breaker is not closed. */
    probe_at: number | null
    /** Until when a probe is taken to be under way, by the real clock. */
    probe_lease_until: number | null
    /** Nothing is sent before, because the consumer asked for it. */
    retry_after_until: number | null
    /** How many attempts a server may have under way. */
    concurrency: Generated<number>
    /** When the administrators were warned of these failures. */
    warned_at: number | null
    /** When the administrators were last told that a delivery was given up. */
    given_up_told_at: number | null
  }
  /** Deliveries that somebody asked for and that are attempted once without waiting for the end of a pause. */
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
    /** How many were made; the number of the last. */
    attempts: number
    /** How many of them used up the schedule. */
    counted: Generated<number>
    /** What it comes in order with, where the endpoint asks for that. */
    subject: string | null
    /** When the next attempt falls due, by the business clock. */
    due_at: number
    /** Fences off a worker that comes back after its lease. */
    lease_id: string | null
    /** Until when the claim holds, by the real clock. */
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
    /** Where a redirect led. */
    location: Generated<string | null>
    error: string | null
    /** How long each phase took, in milliseconds; null for one that there was not. */
    dns_ms: number | null
    connect_ms: number | null
    tls_ms: number | null
    first_byte_ms: number | null
    /** 0 for one that used up nothing of the schedule. */
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
    /** Until when a running request holds the key, by the real clock. */
    lease_until: number
    expires_at: number
  }
  verification_code: {
    code_id: string
    email: string | null
    phone: string | null
    purpose: 'register' | 'recover'
    /** Sealed; the sandbox shows it. */
    code: string
    /** A digest of the address and the network that asked for the code. */
    asked_by: string
    /** The wrong codes that may still be given. */
    tries_left: number
    created_at: number
    expires_at: number
  }
  /** The networks from which the owner of an address has signed in; both are digests. */
  proven_network: { address: string; network: string; expires_at: number }
  /**
   * What the authorization server keeps between requests: interactions, pushed requests, codes, refresh tokens, grants, and what
   * must not be used again. Nothing in a row is usable by who reads it: the id is a digest, the payload sealed.
   */
  oidc_model: {
    kind: string
    /** SHA-256 of the id, which for a code or a token is the code or the token. */
    id_digest: string
    payload: string | null
    /** SHA-256 of the id of the grant that it is part of. */
    grant_digest: string | null
    /** By the real clock, as `expires_at`. */
    consumed_at: number | null
    expires_at: number
  }
  signing_key: {
    kid: string
    purpose: 'access_token' | 'webhook'
    sealed: string
    state: 'active' | 'next' | 'retired'
    created_at: number
    /** When a next one becomes active and a retired one is removed, by the real clock; null for the active one. */
    until: number | null
  }
  /** The permanent record that an account departed. */
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
    /** The member as they were, JSON. */
    snapshot: string
    /** How what they owned is handed over, JSON. */
    handover: string
    handover_status: 'running' | 'completed'
    transferred: number
    deleted: number
    held: number
    status: 'departed' | 'restored' | 'purged'
    /** Null when it can't be undone. */
    restorable_until: number | null
    departed_at: number
    restored_at: number | null
  }
  /** What became of one resource of a departed member. */
  handover_item: {
    org_id: string
    departure_id: string
    resource_id: string
    kind: string
    name: string
    outcome: 'transferred' | 'deleted' | 'held'
    recipient_id: string | null
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
    created_at: number
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
    created_at: number
  }
  offboarding_batch: {
    org_id: string
    batch_id: string
    status: 'running' | 'completed'
    total: number
    actor: string
    created_at: number
    completed_at: number | null
  }
  offboarding_batch_item: {
    org_id: string
    batch_id: string
    position: number
    item: string
    status: 'pending' | 'succeeded' | 'failed'
    offboarding_id: string | null
    /** The code of the refusal. */
    failure: string | null
  }
  offboarding_preview: {
    org_id: string
    preview_id: string
    account_id: string
    /** What it was made of; a change makes it stale. */
    revision: string
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
  /** An organisation that `org_id` does not let invite it. */
  association_block: { org_id: string; associated_org_id: string; created_at: number }
  /** An organisation from which a person wants no invitation. */
  membership_block: { identity_id: string; org_id: string; created_at: number }
  /** What a person is told, whichever account they use. */
  notification: {
    identity_id: string
    notification_id: string
    account_id: string
    org_id: string | null
    type: string
    /** JSON. */
    data: string
    created_at: number
  }
  /** Who changed what, from where, before and after. */
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
  /** Something that falls due; see due-work. */
  due_work: {
    org_id: string
    work_id: string
    kind: string
    subject_id: string
    /** By the business clock. */
    due_at: number
    /** The number of failures since the last success. */
    failures: Generated<number>
    /** When the first of them was, by the business clock. */
    failing_since: number | null
    /** The message of the last of them, for operators. */
    last_error: string | null
  }
  /** Events of one transaction whose deliveries are made afterwards, in pages, because they are too many for the transaction. */
  fan_out: {
    org_id: string
    /** The first event whose deliveries are not all made yet. */
    next_sequence: number
    up_to: number
    /** The number of its recipients that have their deliveries already. */
    next_recipient: number
    audience_id: string
  }
  /** The recipients of an organisation's events at the time of a transaction, kept once however many transactions find the same. */
  fan_out_audience: {
    org_id: string
    /** A hash of the recipients. */
    audience_id: string
    /** JSON, {@link Audience} of `events/outbox/audience.ts`. */
    recipients: string
  }
  /** Events that an app may not receive any more, though their deliveries are still to be made. */
  fan_out_withdrawal: {
    org_id: string
    withdrawal_id: string
    app_id: string
    up_to: number
    /** JSON; null for all types. */
    types: string | null
  }
  /** What the installation keeps of itself: the clock's offset, the sandbox's credentials (sealed). */
  setting: { name: string; value: string }
}

export type Database = Kysely<Schema>

/** A transaction that writes. Domain functions take it first. */
export type Tx = Transaction<Schema>

/** What can be read from: the database, or a transaction. */
export type Reader = Database | Tx
