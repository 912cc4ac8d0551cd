import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { KeyRing } from '../../keys/key-ring.ts'

/** Gives the platform's current key for signing webhooks. Its JWK is parsed once, not for each webhook. */
export function createPlatformKey(ring: KeyRing): () => KeyObject {
  let key = read()
  ring.onChange(() => {
    key = read()
  })
  return () => key

  function read(): KeyObject {
    const [active] = ring.keys('webhook')
    if (!active) throw new Error('There is no key to sign webhooks with')
    return createPrivateKey({ key: active, format: 'jwk' })
  }
}
