import { digestOf } from '../../crypto/digest.ts'
import type { Store } from '../../store/store.ts'

/** Takes the right to answer a request for authorization. Returns false if another answer has it, in whichever process. */
export async function takeAnswer(store: Store, uid: string): Promise<boolean> {
  const taken = await store.transaction((tx) =>
    tx
      .updateTable('oidc_model')
      .set({ consumed_at: Date.now() })
      .where('kind', '=', 'Interaction')
      .where('id_digest', '=', digestOf(uid))
      .where('consumed_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  return taken.numUpdatedRows > 0n
}

/** Gives the right to answer back, because the answer was refused. */
export async function returnAnswer(store: Store, uid: string): Promise<void> {
  await store.transaction((tx) =>
    tx
      .updateTable('oidc_model')
      .set({ consumed_at: null })
      .where('kind', '=', 'Interaction')
      .where('id_digest', '=', digestOf(uid))
      .execute(),
  )
}
