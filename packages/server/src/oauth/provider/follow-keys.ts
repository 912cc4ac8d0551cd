import type { PrivateKey } from '../../keys/key.ts'
import type { KeyRing } from '../../keys/key-ring.ts'

/**
 * Makes the authorization server anew whenever the keys change, because it reads them once. That takes half a millisecond, and all
 * of its state is in the store; what is under way ends where it began.
 *
 * @param create makes it with the keys of access tokens, the active one first
 * @returns gives the one of now
 */
export function followKeys<Server>(ring: KeyRing, create: (keys: readonly PrivateKey[]) => Server): () => Server {
  let server = create(ring.keys('access_token'))
  ring.onChange(() => {
    server = create(ring.keys('access_token'))
  })
  return () => server
}
