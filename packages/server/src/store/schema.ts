import type { Kysely, Transaction } from 'kysely'

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
    created_at: number
  }
  department: { org_id: string; dept_id: number; name: string; parent_dept_id: number | null }
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
    status: 'active' | 'departed'
    /** Carried by tokens; changes when every token issued before is to be refused. */
    generation: string
    created_at: number
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
    /** Changes when every token issued before is to be refused. */
    generation: string
    created_at: number
  }
  app_secret: { app_id: string; secret_id: string; hash: string; created_at: number; expires_at: number | null }
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
    created_at: number
  }
  webhook_endpoint: {
    endpoint_id: string
    app_id: string
    url: string
    event_types: string | null
    description: string | null
    status: 'enabled' | 'disabled' | 'deleted'
    disabled_reason: string | null
    created_at: number
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
    attempts: number
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
    error: string | null
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
    created_at: number
    expires_at: number
  }
  signing_key: { kid: string; sealed: string; state: 'active' | 'next' | 'retired'; created_at: number }
  /** What the installation keeps of itself: the clock's offset, the sandbox's credentials (sealed). */
  setting: { name: string; value: string }
}

export type Database = Kysely<Schema>

/** A transaction that writes. Domain functions take it first. */
export type Tx = Transaction<Schema>

/** What can be read from: the database, or a transaction. */
export type Reader = Database | Tx
