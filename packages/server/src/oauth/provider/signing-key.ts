import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { ExternalSigningKey } from 'oidc-provider'
import type { PrivateKey } from '../../keys/key.ts'

/**
 * A key of access tokens that signs at once (ES256, RFC 7518 section 3.4). With its own keys the library signs by Web Crypto, which
 * waits for a thread and takes three times as much CPU.
 */
export class SigningKey extends ExternalSigningKey {
  readonly #kid: string
  readonly #private: KeyObject
  readonly #public: KeyObject

  constructor(jwk: PrivateKey) {
    super()
    this.#kid = jwk.kid
    this.#private = createPrivateKey({ key: jwk, format: 'jwk' })
    this.#public = createPublicKey(this.#private)
  }

  override get kid(): string {
    return this.#kid
  }

  override get alg(): string {
    return 'ES256'
  }

  override keyObject(): KeyObject {
    return this.#public
  }

  override sign(data: Uint8Array): Uint8Array {
    return joined(sign('sha256', data, this.#private))
  }
}

/** The bytes of each of the two numbers of a signature on P-256. */
const SIZE = 32

/**
 * Joins the two numbers of a signature, each with 32 bytes, as JWS wants them. Node can do that, too, but then takes twice as long.
 *
 * @param der a sequence of two integers (RFC 3279 section 2.2.3), of 128 bytes at most
 */
function joined(der: Buffer): Buffer {
  const signature = Buffer.alloc(2 * SIZE)
  let at = 2
  for (const end of [SIZE, 2 * SIZE]) {
    const length = der[at + 1] ?? 0
    const number = der.subarray(at + 2, at + 2 + length)
    // A number whose first bit is set begins with a zero byte, and one with leading zeros is shorter.
    const digits = number.subarray(Math.max(0, length - SIZE))
    digits.copy(signature, end - digits.length)
    at += 2 + length
  }
  return signature
}
