import type { Event, Schemas } from '@sendoff/api'

/**
 * The result of a handler that tells what became of the event in this system, for an endpoint that deprovisions. Reasons have at most 500
 * characters, details 2,000.
 */
export type Receipt =
  | {
      readonly status: 'done' | 'not_applicable'
      readonly reason?: string | undefined
      readonly details?: string | undefined
    }
  | { readonly status: 'failed'; readonly reason: string; readonly details?: string | undefined }

/** The system has acted. */
export const done = (details?: string): Receipt => ({ status: 'done', ...(details && { details }) })

/**
 * The system could not act. The handler runs again when it is asked again; whatever it wrote in the transaction of its dedupe store is
 * rolled back.
 */
export const failed = (reason: string, details?: string): Receipt => ({
  status: 'failed',
  reason,
  ...(details && { details }),
})

/** There was nothing to do here. */
export const notApplicable = (reason?: string): Receipt => ({ status: 'not_applicable', ...(reason && { reason }) })

/** A client with the scope `receipt:write`. */
export interface ReceiptClient {
  readonly receipts: {
    readonly create: (
      receipt: Receipt & { readonly event_id: string; readonly endpoint_id?: string },
    ) => PromiseLike<Schemas['Receipt']>
  }
}

/** Reads the result of a handler: one of the three statuses is a receipt, anything else none. */
export function receiptOf(result: unknown): Receipt | undefined {
  const receipt = result as Receipt | undefined | null
  return receipt?.status && /^(done|failed|not_applicable)$/.test(receipt.status) ? receipt : undefined
}

/** Receives the receipt that a handler returned, before the event counts as processed. */
export type GiveReceipt = (receipt: Receipt, event: Event) => unknown

/**
 * Makes a function that files receipts with `receipts.create`, unless no endpoint of the app owes one for the event.
 *
 * @param client a client with the scope `receipt:write`; for several organisations, a function that returns each one's
 * @param endpointOf the endpoint of this system in an organisation, for an app with several that owe receipts
 * @example createHandler({ secrets, on, receipts: fileReceipts(client) })
 */
export function fileReceipts(
  client: ReceiptClient | ((organization: string) => ReceiptClient | Promise<ReceiptClient>),
  endpointOf?: (organization: string) => string | undefined | Promise<string | undefined>,
): GiveReceipt {
  return async (receipt, { id, org_id }) => {
    const { receipts } = typeof client === 'function' ? await client(org_id) : client
    const endpoint_id = await endpointOf?.(org_id)
    try {
      await receipts.create({ ...receipt, event_id: id, ...(endpoint_id && { endpoint_id }) })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'receipt_not_found')) throw error
    }
  }
}
