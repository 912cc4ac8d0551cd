import type { Credentials } from '../session/credentials.ts'
import type { Feedmark } from './cursor.ts'

/** The feed of a platform's reader. */
export function feedmarkOf(base_url: string, credentials: Credentials): Feedmark {
  const { kind } = credentials
  return { base_url, reader: kind === 'app' || kind === 'person' ? credentials.clientId : kind }
}
