import { associationsList, defaults, type Event, eventsList, organizationUnlink } from './generated/client.ts'
import { type Input, type Outcome, tokenFor, unexpected } from './shared.ts'

export async function run(input: Input): Promise<Outcome> {
  defaults.headers = { authorization: `Bearer ${await tokenFor(input)}` }
  const partners = async () => {
    const answer = await associationsList()
    if (answer.status !== 200) unexpected(answer)
    return answer.data.data.map(({ associated_org_id }) => associated_org_id)
  }
  const { dept_id, associated_org_id } = input
  const unlink = () => organizationUnlink({ dept_id, associated_org_id })
  const before = await partners()
  const ended = await unlink()
  if (ended.status !== 200) unexpected(ended)
  const isTrue: true = ended.data.result
  const again = await unlink()
  if (!isTrue || again.status !== 404) unexpected(again)
  const code: 'association_not_found' = again.data.code
  const events = await eventsList({ types: ['organization.association.unlinked'] })
  if (events.status !== 200) unexpected(events)
  return {
    before,
    after: await partners(),
    refusal: `${again.status} ${code}`,
    unlinked: events.data.data.map(unlinkedBy),
  }
}

function unlinkedBy(event: Event): string {
  if (event.type !== 'organization.association.unlinked') unexpected(event)
  return event.data.associated_org_id
}
