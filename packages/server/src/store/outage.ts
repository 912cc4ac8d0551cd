import pg from 'pg'
import { StoreUnavailable } from './store.ts'

/** The code of an error of PostgreSQL or of the operating system. */
export const codeOf = (error: unknown): unknown =>
  error instanceof StoreUnavailable ? codeOf(error.cause) : (error as { code?: unknown }).code

/**
 * Classes of https://www.postgresql.org/docs/current/errcodes-appendix.html that say nothing about our statement. A protocol violation
 * (08P01) does: it is PostgreSQL's answer to a statement of more parameters than the protocol can count.
 */
const UNAVAILABLE = /^(08(?!P01)|25006|28|3D|40|53|55|57P|58)/

/** The codes of the server have five of these characters; those of the operating system are names. */
const SQLSTATE = /^[0-9A-Z]{5}$/
const LOST =
  /ECONN|EPIPE|ENOENT|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|terminated|timeout exceeded|Query read timeout|Client has encountered a connection error/

/** Recognises an outage: an answer of the server by its code alone, whatever its text, and an error of the connection by its text. */
function isOutage(error: unknown): boolean {
  const code = codeOf(error)
  if (error instanceof pg.DatabaseError && typeof code === 'string' && SQLSTATE.test(code))
    return UNAVAILABLE.test(code)
  return LOST.test(`${String(code)} ${String(error)}`)
}

/** @throws {StoreUnavailable} for an error that is an outage, and any other error as it is */
export function rethrow(error: unknown): never {
  if (error instanceof StoreUnavailable) throw error
  if (isOutage(error)) throw new StoreUnavailable('The database is unavailable', { cause: error })
  throw error
}
