import { Api, type Event } from './generated/Api.ts'
import { type Input, type Outcome, tokenFor, unexpected } from './shared.ts'

export async function run(input: Input): Promise<Outcome> {
  const api = new Api({
    baseUrl: input.base,
    baseApiParams: { headers: { authorization: `Bearer ${await tokenFor(input)}` }, format: 'json' },
  })
  const partners = async () => (await api.v10.associationsList()).data.data.map((one) => one.associated_org_id)
  const { dept_id, associated_org_id } = input
  const unlink = () => api.v10.organizationUnlink({ dept_id, associated_org_id })
  const before = await partners()
  const { data: ended } = await unlink()
  const isTrue: true = ended.result
  // It throws a refusal, so that TypeScript can't know its type.
  const again = await unlink().catch((thrown: { status: number; error: { code: string } }) => thrown)
  if (!isTrue || again.error === null) unexpected(again)
  const { data: events } = await api.v10.eventsList({ types: ['organization.association.unlinked'] })
  return {
    before,
    after: await partners(),
    refusal: `${again.status} ${again.error.code}`,
    unlinked: events.data.map(unlinkedBy),
  }
}

function unlinkedBy(event: Event): string {
  if (event.type !== 'organization.association.unlinked') unexpected(event)
  return event.data.associated_org_id
}
