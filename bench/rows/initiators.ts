import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { rows, type Settings } from '../../test/support/database.ts'
import type { Running } from '../servers/process.ts'
import { copyRow, newIds } from './copy.ts'

/** An organisation that unlinks, and its app. */
export type Initiator = { org_id: string; client_id: string; client_secret: string }

export const SCOPES = 'org:unlink org:read org:association:read'

/** The credentials of the demo data. */
export function sandboxOf({ SENDOFF_DATA_DIR = '' }: Settings) {
  return JSON.parse(readFileSync(join(SENDOFF_DATA_DIR, 'sandbox.json'), 'utf8'))
}

const LATER = Date.parse('9000-01-01T00:00:00Z')

/**
 * Adds organisations that unlink, each with an app and its endpoint. They have an earlier event, so that none of the following is their
 * first; their endpoints have asked for an endless pause, so that deliveries are recorded and none is sent.
 */
export async function addInitiators(data: Settings, { base }: Running, count: number): Promise<Initiator[]> {
  const [{ org_id, apps }] = sandboxOf(data).organizations
  const [{ client_id, client_secret }] = apps
  const endpoint_id = await createEndpoint(base, { client_id, client_secret }, 'http://127.0.0.1:9/')
  const [orgs, owned, secrets, endpoints] = [newIds('org'), newIds('app'), newIds('sec'), newIds('whe')]
  await rows(data, async (db) => {
    await copyRow(db, 'organization', { org_id }, count, { org_id: orgs.sql(db), name: 'Bench', last_sequence: 1 })
    await copyRow(db, 'app', { app_id: client_id }, count, { app_id: owned.sql(db), org_id: orgs.sql(db) })
    const secret = { app_id: owned.sql(db), secret_id: secrets.sql(db) }
    await copyRow(db, 'app_secret', { app_id: client_id }, count, secret)
    const endpoint = { endpoint_id: endpoints.sql(db) }
    await copyRow(db, 'webhook_endpoint', { endpoint_id }, count, { ...endpoint, app_id: owned.sql(db) })
    await copyRow(db, 'webhook_secret', { endpoint_id }, count, endpoint)
    await copyRow(db, 'endpoint_health', { endpoint_id }, count, { ...endpoint, retry_after_until: sql.lit(LATER) })
  })
  return Array.from({ length: count }, (_, n) => ({ org_id: orgs.at(n), client_id: owned.at(n), client_secret }))
}

/** Creates an endpoint of an app. @returns its id */
export async function createEndpoint(base: string, app: Omit<Initiator, 'org_id'>, url: string): Promise<string> {
  const token = await tokenOf(base, app, 'webhook:write')
  const answer = await fetch(`${base}/v1.0/webhook-endpoints`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url }),
  })
  if (answer.status !== 201) throw new Error(`There was no endpoint: ${await answer.text()}`)
  return ((await answer.json()) as { endpoint_id: string }).endpoint_id
}

/** A token request of an app, with Basic authentication. */
export const tokenRequest = ({ client_id, client_secret }: Omit<Initiator, 'org_id'>, scope: string = SCOPES) => ({
  method: 'POST' as const,
  path: '/oauth2/token',
  headers: {
    authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: new URLSearchParams({ grant_type: 'client_credentials', scope }).toString(),
})

/** Gets a token of an app. */
export async function tokenOf(base: string, app: Omit<Initiator, 'org_id'>, scope?: string): Promise<string> {
  const { path, ...request } = tokenRequest(app, scope)
  const answer = await fetch(`${base}${path}`, request)
  if (!answer.ok) throw new Error(`There was no token: ${await answer.text()}`)
  return ((await answer.json()) as { access_token: string }).access_token
}
