import SwaggerClient from 'swagger-client'
import { tokenFor } from './shared.ts'

/** @param {import('./shared.ts').Input} input */
export async function run(input) {
  const token = { access_token: await tokenFor(input) }
  const client = await SwaggerClient({ url: `${input.base}/openapi.json`, authorizations: { app: { token } } })
  const { associations, events, organization } = client.apis
  const partners = async () => (await associations.associations_list()).body.data.map((one) => one.associated_org_id)
  const { dept_id, associated_org_id } = input
  const unlink = () => organization.organization_unlink({}, { requestBody: { dept_id, associated_org_id } })
  const before = await partners()
  await unlink()
  const { status, response } = await unlink().catch((thrown) => thrown)
  const { body } = await events.events_list({ types: ['organization.association.unlinked'] })
  return {
    before,
    after: await partners(),
    refusal: `${status} ${response.body.code}`,
    unlinked: body.data.map(({ data }) => data.associated_org_id),
  }
}
