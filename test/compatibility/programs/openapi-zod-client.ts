import { isAxiosError } from 'axios'
import { createApiClient, schemas } from './generated/client.ts'
import { type Input, type Outcome, tokenFor, unexpected } from './shared.ts'

export async function run(input: Input): Promise<Outcome> {
  const headers = { authorization: `Bearer ${await tokenFor(input)}` }
  const api = createApiClient(input.base, { axiosConfig: { headers, paramsSerializer: { indexes: null } } })
  const partners = async () => (await api['associations.list']()).data.map((one) => one.associated_org_id)
  const { dept_id, associated_org_id } = input
  const unlink = () => api['organization.unlink']({ dept_id, associated_org_id })
  const before = await partners()
  const ended = await unlink()
  const isTrue: true = ended.result
  const again: unknown = await unlink().catch((thrown: unknown) => thrown)
  if (!isTrue || !isAxiosError<{ code: string }>(again)) unexpected(again)
  const { data: events } = await api['events.list']({ queries: { types: ['organization.association.unlinked'] } })
  return {
    before,
    after: await partners(),
    refusal: `${again.response?.status} ${again.response?.data.code}`,
    unlinked: events.map(unlinkedBy),
  }
}

function unlinkedBy(given: unknown): string {
  const event = schemas.Event.parse(given)
  if (event.type !== 'organization.association.unlinked') unexpected(event)
  return event.data.associated_org_id
}
