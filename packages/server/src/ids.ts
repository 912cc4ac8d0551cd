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
  | 'off'
  | 'ofb'
  | 'ofp'
  | 'lap'
  | 'dis'
  | 'inv'
  | 'ntf'
  | 'aud'
  | 'wrk'
  | 'fow'

/** Creates an id: a prefix for the kind, and a UUID version 7 (RFC 9562), so that ids sort by their time of creation. */
export function newId(prefix: Prefix): string {
  return `${prefix}_${v7().replaceAll('-', '')}`
}
