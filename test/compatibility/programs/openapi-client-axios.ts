import { isAxiosError } from 'axios'
import { OpenAPIClientAxios } from 'openapi-client-axios'
import type { Client, Components } from './generated/client.d.ts'
import { type Input, type Outcome, tokenFor, unexpected } from './shared.ts'

export async function run(input: Input): Promise<Outcome> {
  const headers = { authorization: `Bearer ${await tokenFor(input)}` }
  const definition = `${input.base}/openapi.json`
  const client = await new OpenAPIClientAxios({
    definition,
    axiosConfigDefaults: { headers, paramsSerializer: { indexes: null } },
  }).init<Client>()
  const partners = async () => (await client['associations.list']()).data.data.map((one) => one.associated_org_id)
  const { dept_id, associated_org_id } = input
  const unlink = () => client['organization.unlink'](null, { dept_id, associated_org_id })
  const before = await partners()
  const { data: ended } = await unlink()
  const isTrue: true = ended.result
  const again: unknown = await unlink().catch((thrown: unknown) => thrown)
  if (!isTrue || !isAxiosError<Components.Schemas.AssociationNotFound>(again)) unexpected(again)
  const { data: events } = await client['events.list']({ types: ['organization.association.unlinked'] })
  return {
    before,
    after: await partners(),
    refusal: `${again.response?.status} ${again.response?.data.code}`,
    unlinked: events.data.map(unlinkedBy),
  }
}

function unlinkedBy(event: Components.Schemas.Event): string {
  if (event.type !== 'organization.association.unlinked') unexpected(event)
  return event.data.associated_org_id
}
