import type { Credentials } from '../session/credentials.ts'
import type { Feedmark } from './cursor.ts'

/** The feed of a platform's reader. */
export function feedmarkOf(base_url: string, credentials: Credentials): Feedmark {
  if (credentials.kind === 'person') return { base_url, reader: credentials.accountId }
  return { base_url, reader: credentials.kind === 'app' ? credentials.clientId : credentials.kind }
}
