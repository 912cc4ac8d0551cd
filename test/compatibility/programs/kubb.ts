import { setConfig } from '@kubb/plugin-client/clients/fetch'
import { associationsList, type Event, eventsList, organizationUnlink } from './generated/index.ts'
import { type Input, type Outcome, tokenFor, unexpected } from './shared.ts'

export async function run(input: Input): Promise<Outcome> {
  // Its client sends JSON without saying so.
  const headers = { authorization: `Bearer ${await tokenFor(input)}`, 'content-type': 'application/json' }
  setConfig({ baseURL: input.base, headers })
  const partners = async () => (await associationsList()).data.data.map(({ associated_org_id }) => associated_org_id)
  const { dept_id, associated_org_id } = input
  const unlink = () => organizationUnlink({ dept_id, associated_org_id })
  const before = await partners()
  const { data: ended } = await unlink()
  const isTrue: true = ended.result
  // Its client returns refusals with the type of a success, and says so in its documentation.
  const again: { status: number; data: object } = await unlink()
  if (!isTrue || !('code' in again.data)) unexpected(again)
  const { data: events } = await eventsList({ types: ['organization.association.unlinked'] })
  return {
    before,
    after: await partners(),
    refusal: `${again.status} ${again.data.code}`,
    unlinked: events.data.map(unlinkedBy),
  }
}

function unlinkedBy(event: Event): string {
  if (event.type !== 'organization.association.unlinked') unexpected(event)
  return event.data.associated_org_id
}
