import type { EventTypeFilter, Schemas } from '@sendoff/api'
import { wants } from '../../events/event-type-filter.ts'
import { RECEIPT_TYPES, type ReceiptMarks } from '../../events/outbox/receipts.ts'
import { invalid } from '../../refusal.ts'

type Given = { deprovisions?: boolean; receipt_types?: Schemas['ReceiptEventType'][] | null }

/**
 * Checks which receipts an endpoint is to owe, and puts them into the form in which they are stored.
 *
 * @param given the members of the request
 * @param before the marks of the endpoint; a new one has none
 * @param eventTypes the types that it is to receive; null for all
 * @throws {Refusal} `invalid_request` for types without `deprovisions`, types that it does not receive, or
 *   `deprovisions` for an endpoint that receives none
 */
export function checkMarks(given: Given, before: ReceiptMarks, eventTypes: EventTypeFilter[] | null): ReceiptMarks {
  const deprovisions = given.deprovisions ?? before.deprovisions === 1
  if (!deprovisions) {
    if (given.receipt_types) throw invalid('/receipt_types', 'webhook.receipt_types')
    return { deprovisions: 0, receipt_types: null }
  }
  const types = typesOf(given, before)
  const unreceived = types?.findIndex((type) => !wants(eventTypes, type)) ?? -1
  if (unreceived >= 0) {
    throw invalid(given.receipt_types ? `/receipt_types/${unreceived}` : '/event_types', 'webhook.receipts_unreceived')
  }
  if (!RECEIPT_TYPES.some((type) => wants(eventTypes, type))) {
    throw invalid(given.deprovisions ? '/deprovisions' : '/event_types', 'webhook.deprovisions')
  }
  return { deprovisions: 1, receipt_types: types && JSON.stringify(types) }
}

function typesOf({ receipt_types }: Given, before: ReceiptMarks): Schemas['ReceiptEventType'][] | null {
  if (receipt_types === undefined) return presentReceiptTypes(before)
  return receipt_types && [...new Set(receipt_types)]
}

/** The types for which an endpoint owes receipts, as the contract shows them. */
export const presentReceiptTypes = ({ receipt_types }: ReceiptMarks): Schemas['ReceiptEventType'][] | null =>
  receipt_types === null ? null : JSON.parse(receipt_types)
