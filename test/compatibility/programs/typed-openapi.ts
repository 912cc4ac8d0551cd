import { createApiClient, type Fetcher, type Schemas } from './generated/client.ts'
import { type Input, type Outcome, tokenFor, unexpected } from './shared.ts'

export async function run(input: Input): Promise<Outcome> {
  const authorization = `Bearer ${await tokenFor(input)}`
  const fetcher: Fetcher = {
    fetch: ({ method, url, urlSearchParams, parameters }) => {
      for (const [name, value] of urlSearchParams ?? []) url.searchParams.append(name, value)
      const headers = { authorization, 'content-type': 'application/json' }
      return fetch(url, { method, headers, ...(parameters?.body ? { body: JSON.stringify(parameters.body) } : {}) })
    },
    parseResponseData: (response) => response.json(),
  }
  const api = createApiClient(fetcher, input.base)
  const partners = async () =>
    (await api.get('/v1.0/associations', { query: {} })).data.map((one) => one.associated_org_id)
  const { dept_id, associated_org_id } = input
  const unlink = () =>
    api.post('/v1.0/organization/unlink', { body: { dept_id, associated_org_id }, header: {}, withResponse: true })
  const before = await partners()
  const ended = await unlink()
  if (!ended.ok) unexpected(ended)
  const isTrue: true = ended.data.result
  const again = await unlink()
  if (!isTrue || again.ok || again.status !== 404) unexpected(again)
  const code: 'association_not_found' = again.data.code
  const types: Schemas.EventTypeFilter[] = ['organization.association.unlinked']
  const { data: events } = await api.get('/v1.0/events', { query: { types } })
  return { before, after: await partners(), refusal: `${again.status} ${code}`, unlinked: events.map(unlinkedBy) }
}

function unlinkedBy(event: Schemas.Event): string {
  if (event.type !== 'organization.association.unlinked') unexpected(event)
  return event.data.associated_org_id
}
