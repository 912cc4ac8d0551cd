import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '../../packages/server/src/store/store.ts'
import type { Asked } from './client.ts'
import type { Comparison } from './measure.ts'
import { type Initiator, type Linked, prepare, SCOPES } from './prepare.ts'
import { type Running, startBare, startPlatform } from './process.ts'

/** A place for the data of both servers of a comparison, prepared alike. */
export type Place = {
  name: string
  /** Opens a store in a directory or in a new database. */
  open(directory: string): Promise<{ store: Store; environment: Record<string, string>; bare: string }>
}

/** Prepares associations, and starts a platform and a bare server on them. */
export async function unlinks(
  { name, open }: Place,
  root: string,
  sizes: { initiators: number; associations: number },
) {
  const [own, other] = [mkdtempSync(join(root, 'platform-')), mkdtempSync(join(root, 'bare-'))]
  const [ours, theirs] = [await open(own), await open(other)]
  // The platform's unlinks are measured without and with a key.
  const prepared = await prepare(ours.store, sizes.initiators, sizes.associations * 2)
  const plain = await prepare(theirs.store, sizes.initiators, sizes.associations * 2)
  await Promise.all([ours.store.close(), theirs.store.close()])
  const platform = await startPlatform(own, ours.environment)
  const bare = await startBare('unlink.ts', theirs.bare)
  const tokens = await Promise.all(prepared.initiators.map((app) => tokenOf(platform, app)))
  const asked = requestsOf(prepared.linked, prepared.initiators, tokens)
  const compared = { bar: 0.7, bare: { server: bare, asked: requestsOf(plain.linked, plain.initiators, tokens) } }
  const comparisons: Comparison[] = [
    { ...compared, name: `unlink, ${name}`, platform: { server: platform, asked } },
    {
      ...compared,
      name: `unlink with Idempotency-Key, ${name}`,
      platform: { server: platform, asked: (count) => asked(count).map(withKey) },
    },
  ]
  return { comparisons, platform, bare, app: prepared.initiators[0] as Initiator, token: tokens[0] ?? '' }
}

/** Makes a function that takes a number of associations, in order, and returns their requests. */
function requestsOf(linked: Linked[], initiators: Initiator[], tokens: string[]): (count: number) => Asked[] {
  return (count) =>
    linked.splice(0, count).map(({ initiator, ...target }) => ({
      method: 'POST',
      path: '/v1.0/organization/unlink',
      headers: {
        authorization: `Bearer ${tokens[initiator]}`,
        'content-type': 'application/json',
        // The bare server trusts this; the platform reads the token.
        'x-organization': initiators[initiator]?.org_id ?? '',
      },
      body: JSON.stringify({ ...target, reason_code: 'other' }),
    }))
}

const withKey = (asked: Asked): Asked => ({
  ...asked,
  headers: { ...asked.headers, 'idempotency-key': crypto.randomUUID() },
})

/** A token request of an app, with Basic authentication. */
export const tokenRequest = ({ client_id, client_secret }: Initiator) => ({
  method: 'POST' as const,
  path: '/oauth2/token',
  headers: {
    authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPES.join(' ') }).toString(),
})

async function tokenOf({ base }: Running, app: Initiator): Promise<string> {
  const { path, ...request } = tokenRequest(app)
  const answer = await fetch(`${base}${path}`, request)
  if (!answer.ok) throw new Error(`There was no token: ${await answer.text()}`)
  return ((await answer.json()) as { access_token: string }).access_token
}
