import type { Tx } from '../../../store/schema.ts'
import { WELL } from '../pace/health.ts'

/** Inserts the health of a new endpoint. */
export async function createHealth(tx: Tx, endpointId: string): Promise<void> {
  await tx.insertInto('endpoint_health').values({ endpoint_id: endpointId }).execute()
}

/** Forgets the failures of an endpoint that is enabled again, or whose URL was changed. */
export async function resetHealth(tx: Tx, endpointId: string): Promise<void> {
  await tx.updateTable('endpoint_health').set(WELL).where('endpoint_id', '=', endpointId).execute()
}
