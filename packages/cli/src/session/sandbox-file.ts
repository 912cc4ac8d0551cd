import { join } from 'node:path'
import type { ResultOf, Scope } from '@sendoff/sdk'
import { readJson } from './files.ts'

export type SandboxData = ResultOf<'sandbox.reset'>
export type SandboxApp = { clientId: string; clientSecret: string; orgId: string; scopes: readonly Scope[] }

export const SANDBOX_FILE = join('.sendoff', 'sandbox.json')

/** Reads the credentials that the sandbox wrote into the current folder. */
export function sandboxData(): SandboxData | undefined {
  const data = readJson(SANDBOX_FILE)
  const isData = typeof data === 'object' && data !== null && 'organizations' in data && 'base_url' in data
  return isData ? (data as SandboxData) : undefined
}

/** Chooses the app of an organisation by its id or name, or of the first one. It is the app with the most scopes. */
export function sandboxApp({ organizations }: SandboxData, org: string | undefined): SandboxApp | undefined {
  const one = organizations.find(({ org_id, name }) => org === undefined || org_id === org || name === org)
  const app = one?.apps.toSorted((a, b) => b.scopes.length - a.scopes.length)[0]
  if (!one || !app) return undefined
  return { clientId: app.client_id, clientSecret: app.client_secret, orgId: one.org_id, scopes: app.scopes }
}
