import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

type Prefix =
  | 'org'
  | 'acct'
  | 'idn'
  | 'app'
  | 'sec'
  | 'auth'
  | 'gen'
  | 'assoc'
  | 'sul'
  | 'res'
  | 'evt'
  | 'whe'
  | 'whs'
  | 'dlv'
  | 'chl'
  | 'rcv'
  | 'vcd'
  | 'req'
  | 'lease'
  | 'key'
  | 'jti'
  | 'dep'
  | 'hho'
  | 'lgh'
  | 'frp'
  | 'era'
  | 'erq'
  | 'off'
  | 'lvp'
  | 'ofb'
  | 'ofp'
  | 'lap'
  | 'dis'
  | 'dpd'
  | 'cns'
  | 'inv'
  | 'ntf'
  | 'aud'
  | 'wrk'
  | 'fow'
  | 'rct'

/** Creates an id: a prefix for the kind, and a UUID version 7 (RFC 9562), so that ids sort by their time of creation. */
export function newId(prefix: Prefix): string {
  const random = randomBytes()
  count(random)
  v7({ random, msecs: latest.time, seq: latest.sequence }, uuid)
  return `${prefix}_${uuid.toString('hex')}`
}

const LENGTH = 16
const uuid = Buffer.alloc(LENGTH)

/** Random bytes for 256 ids: fetching them for each takes five times as long as making the id of them. */
const pool = Buffer.alloc(256 * LENGTH)
let used = pool.length

function randomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += LENGTH
  return pool.subarray(used - LENGTH, used)
}

const latest = { time: 0, sequence: 0 }

/** Counts up within a millisecond, from a random number of 31 bits on (RFC 9562 section 6.2, method 1). */
function count(random: Buffer): void {
  const now = Date.now()
  if (now > latest.time) {
    latest.time = now
    latest.sequence = random.readUInt32BE(6) & 0x7fffffff
    return
  }
  latest.sequence = (latest.sequence + 1) | 0
  if (latest.sequence === 0) latest.time++
}
