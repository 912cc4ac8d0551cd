// Runs with the SDK of today and with that of the last release, whose types may differ, and prints its outcome.
import { createClient, isProblem } from '@sendoff/sdk'

const { baseUrl, clientId, clientSecret, dept_id, associated_org_id } = JSON.parse(process.argv[2] ?? '')
const scopes = ['org:association:read', 'org:unlink', 'event:read'] as const
const client = createClient({ baseUrl, clientId, clientSecret, scopes })

async function partners(): Promise<string[]> {
  const found: string[] = []
  for await (const association of client.associations.list()) found.push(association.associated_org_id)
  return found
}

const before = await partners()
const { result } = await client.organization.unlink({ dept_id, associated_org_id })
const refusal = await client.organization.unlink({ dept_id, associated_org_id }).catch((error: unknown) => error)
const unlinked: string[] = []
for await (const event of client.events.list({ types: ['organization.association.unlinked'] }))
  if (event.type === 'organization.association.unlinked') unlinked.push(event.data.associated_org_id)

console.log(
  JSON.stringify({
    before,
    result,
    code: isProblem(refusal, 'organization.unlink') && refusal.code,
    unlinked,
    after: await partners(),
  }),
)
