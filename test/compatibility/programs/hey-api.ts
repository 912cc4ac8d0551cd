import { client } from './generated/client.gen.ts'
import { associationsList, type Event, eventsList, organizationUnlink } from './generated/index.ts'
import { type Input, type Outcome, tokenFor, unexpected } from './shared.ts'

export async function run(input: Input): Promise<Outcome> {
  client.setConfig({ baseUrl: input.base, auth: await tokenFor(input) })
  const partners = async () => {
    const { data, error } = await associationsList()
    if (error) unexpected(error)
    return data.data.map(({ associated_org_id }) => associated_org_id)
  }
  const { dept_id, associated_org_id } = input
  const unlink = () => organizationUnlink({ body: { dept_id, associated_org_id } })
  const before = await partners()
  const { data: ended } = await unlink()
  const isTrue: true | undefined = ended?.result
  if (!isTrue) unexpected(ended)
  const { error } = await unlink()
  if (error?.code !== 'association_not_found') unexpected(error)
  const { data: events } = await eventsList({ query: { types: ['organization.association.unlinked'] } })
  return {
    before,
    after: await partners(),
    refusal: `${error.status} ${error.code}`,
    unlinked: (events?.data ?? []).map(unlinkedBy),
  }
}

function unlinkedBy(event: Event): string {
  if (event.type !== 'organization.association.unlinked') unexpected(event)
  return event.data.associated_org_id
}
