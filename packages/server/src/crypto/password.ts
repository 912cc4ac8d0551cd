import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** The first choice of OWASP's Password Storage Cheat Sheet for Argon2id (RFC 9106): 19 MiB, 2 passes, 1 lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

const NO_NONCE = Buffer.alloc(16)

const derive = promisify(argon2)

/**
 * Hashes a password with Argon2id for storage.
 *
 * @returns the PHC string `$argon2id$v=19$…`, with its salt and cost
 */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password, nonce, ...COST })
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(tag)}`
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

/**
 * Compares a password with a stored hash, in constant time. It takes the same time without a hash, so that the time does
 * not reveal whether there is one.
 *
 * @param stored a PHC string of Argon2id, of any cost; undefined for a person who does not exist
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const read = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored ?? '')
  if (!read) {
    await derive('argon2id', { message: password, nonce: NO_NONCE, ...COST })
    return false
  }
  const [, memory, passes, parallelism, nonce = '', expected = ''] = read
  const tag = Buffer.from(expected, 'base64')
  const actual = await derive('argon2id', {
    message: password,
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: tag.length,
  })
  return timingSafeEqual(actual, tag)
}
