import createClient from 'openapi-fetch'
import type { components, paths } from './generated/contract.ts'
import { type Input, type Outcome, tokenFor, unexpected } from './shared.ts'

export async function run(input: Input): Promise<Outcome> {
  const headers = { authorization: `Bearer ${await tokenFor(input)}` }
  const client = createClient<paths>({ baseUrl: input.base, headers })
  const partners = async () => {
    const { data, error } = await client.GET('/v1.0/associations')
    if (error) unexpected(error)
    return data.data.map(({ associated_org_id }) => associated_org_id)
  }
  const { dept_id, associated_org_id } = input
  const unlink = () => client.POST('/v1.0/organization/unlink', { body: { dept_id, associated_org_id } })
  const before = await partners()
  const { data: ended } = await unlink()
  const isTrue: true | undefined = ended?.result
  if (!isTrue) unexpected(ended)
  const { error } = await unlink()
  if (error?.code !== 'association_not_found') unexpected(error)
  const query = { types: ['organization.association.unlinked' as const] }
  const { data: events } = await client.GET('/v1.0/events', {
    params: { query },
    // It repeats a list by itself, which the server takes too; the contract says commas.
    querySerializer: { array: { style: 'form', explode: false } },
  })
  return {
    before,
    after: await partners(),
    refusal: `${error.status} ${error.code}`,
    unlinked: (events?.data ?? []).map(unlinkedBy),
  }
}

function unlinkedBy(event: components['schemas']['Event']): string {
  if (event.type !== 'organization.association.unlinked') unexpected(event)
  return event.data.associated_org_id
}
