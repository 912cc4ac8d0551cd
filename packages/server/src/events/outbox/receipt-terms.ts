import type { Tx } from '../../store/schema.ts'

const HOUR = 60 * 60 * 1000

/** The time for a receipt where an organisation has set none, in hours. */
export const RECEIPT_DEADLINE_HOURS = 24

/** The terms on which systems owe an organisation receipts. */
export type ReceiptTerms = {
  /** The time for an answer, in milliseconds. */
  deadline: number
  /** False while a dissolution takes effect: nobody is left to read a receipt. */
  isOwed: boolean
}

/** Reads the terms for the receipts of an organisation. */
export async function readReceiptTerms(tx: Tx, orgId: string): Promise<ReceiptTerms> {
  const row = await tx
    .selectFrom('organization')
    .leftJoin('organization_policy as policy', 'policy.org_id', 'organization.org_id')
    .leftJoin('dissolution', (join) =>
      join
        .onRef('dissolution.org_id', '=', 'organization.org_id')
        .on('dissolution.status', 'in', ['running', 'completed']),
    )
    .select(['policy.receipt_deadline_hours', 'dissolution.dissolution_id'])
    .where('organization.org_id', '=', orgId)
    .executeTakeFirst()
  const hours = row?.receipt_deadline_hours ?? RECEIPT_DEADLINE_HOURS
  return { deadline: hours * HOUR, isOwed: row?.dissolution_id == null }
}
