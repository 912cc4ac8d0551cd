import { CallError, ConnectionError, SendoffError, TokenError } from '@sendoff/sdk'
import { EXIT, Failure } from './failure.ts'

/** The exit code for an error that ends a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Failure) return error.exit
  if (error instanceof ConnectionError) return EXIT.mayPass
  if (!(error instanceof CallError)) return EXIT.refused
  if (error.temporary) return EXIT.mayPass
  // Every error of RFC 6749, section 5.2, is about credentials or scopes.
  if (error instanceof TokenError) return EXIT.signIn
  if (!(error instanceof SendoffError)) return EXIT.refused
  if (error.status === 401 || error.status === 403) return EXIT.signIn
  return error.status === 404 ? EXIT.notFound : EXIT.refused
}
