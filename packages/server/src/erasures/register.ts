import type { Schema } from '../store/schema.ts'

/**
 * The treatment of a column in the rows of an erased account: `text` is words of or about the person, `json` is searched for names,
 * addresses and words, and `mention` loses the person's texts and keeps the rest.
 */
export type Treatment = 'text' | 'json' | 'mention'

/** A table with texts of people, as far as an organisation has rows in it. */
export type Personal = {
  /** The columns that order the rows of an organisation. */
  key: readonly string[]
  /**
   * A row belongs to the account if one of these columns has one of its ids: of the account, its departures, applications,
   * offboardings and batches, and the unlinks that it asked for. In a
   * column with JSON the members {@link ID_MEMBERS} count.
   */
  of: readonly string[]
  columns: Readonly<Record<string, Treatment>>
}

/** The members of JSON texts by which they are about an account. */
export const ID_MEMBERS = [
  'account_id',
  'departure_id',
  'application_id',
  'offboarding_id',
  'scheduled_unlink_id',
  'subject_id',
  'owner_id',
  'from_id',
] as const

/**
 * Every column that can hold a name, an address, a number, a reason or a comment of a person, by table. The test of the register fails
 * for a column with text that is in none of its lists.
 */
export const personal = {
  departure: {
    key: ['departure_id'],
    of: ['account_id'],
    columns: { reason_text: 'text', snapshot: 'json', handover: 'json', closed: 'json' },
  },
  legal_hold: { key: ['hold_id'], of: ['account_id'], columns: { reason: 'text', release_reason: 'text' } },
  founder_replacement: {
    key: ['replacement_id'],
    of: ['founder_id', 'successor_id'],
    columns: { reason: 'text', end_reason: 'text' },
  },
  erasure_request: {
    key: ['erasure_request_id'],
    of: ['account_id'],
    columns: { message: 'text', reason: 'text' },
  },
  leave_application: {
    key: ['application_id'],
    of: ['account_id'],
    columns: { reason_text: 'text', comment: 'text', approvals: 'json' },
  },
  offboarding: {
    key: ['offboarding_id'],
    of: ['account_id'],
    columns: { reason_text: 'text', handover: 'json' },
  },
  offboarding_batch_item: {
    key: ['batch_id', 'position'],
    of: ['offboarding_id', 'item'],
    columns: { item: 'json', problem: 'json', report: 'json' },
  },
  // After its items, which tell the batches that a person was in.
  offboarding_batch: {
    key: ['batch_id'],
    of: ['batch_id'],
    columns: { template: 'json', filter: 'json', not_matched: 'json' },
  },
  handover_item: { key: ['departure_id', 'resource_id'], of: ['departure_id'], columns: { name: 'mention' } },
  // Names of things are the organisation's: those that name the person are counted, and changed by the app that registered them.
  resource: { key: ['resource_id'], of: [], columns: { name: 'mention' } },
  receipt: {
    key: ['receipt_id'],
    of: ['subject_id', 'departure_id'],
    columns: { reason: 'text', details: 'text' },
  },
  // An association's reason belongs to whoever ended it.
  association: { key: ['association_id'], of: ['association_id'], columns: { reason_text: 'text' } },
  scheduled_unlink: { key: ['unlink_id'], of: ['unlink_id'], columns: { reason_text: 'text' } },
  association_invitation: { key: ['invitation_id'], of: [], columns: { message: 'mention' } },
  event: { key: ['sequence'], of: ['subject', 'body'], columns: { body: 'json' } },
  notification: {
    key: ['notification_id', 'identity_id'],
    of: ['account_id', 'data'],
    columns: { data: 'json' },
  },
  audit_log: {
    key: ['audit_id'],
    of: ['target_id', 'before', 'after'],
    columns: { before: 'json', after: 'json' },
  },
} as const satisfies { readonly [Table in keyof Schema]?: Personal }

/** The tables of {@link personal}, in the order in which they are erased. */
export const tables = Object.keys(personal) as (keyof typeof personal)[]

/** Columns that are erased with the account or its sign-in, and not row by row. */
export const withTheAccount: { readonly [Table in keyof Schema]?: readonly string[] } = {
  account: ['name', 'email', 'phone', 'external_id', 'search_name', 'search_contacts'],
  identity: ['email', 'phone', 'password_hash'],
  verification_code: ['email', 'phone', 'code'],
  counter: ['subject'],
  attempt: ['response_body', 'location', 'error'],
  audit_log: ['address'],
  offboarding_batch: ['actor'],
}
