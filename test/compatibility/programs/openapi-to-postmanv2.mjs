import { promisify } from 'node:util'
import newman from 'newman'
import converter from 'openapi-to-postmanv2'
import { tokenFor, unexpected } from './shared.ts'

/**
 * Converts the contract to a collection, and has Newman, Postman's own runner, send some of its requests.
 *
 * @param {import('./shared.ts').Input} input
 */
export async function run(input) {
  const data = await (await fetch(`${input.base}/openapi.json`)).text()
  const convert = promisify(converter.convert)
  const converted = await convert({ type: 'string', data }, { parametersResolution: 'Example' })
  if (!converted.result) throw new Error(converted.reason)
  const [{ data: collection }] = converted.output
  const find = (name, items = collection.item) => {
    for (const one of items) {
      const found = one.name === name && one.request ? one : one.item && find(name, one.item)
      if (found) return found
    }
  }
  const unlink = find('Unlink an associated organisation')
  const list = find('List the associations')
  const events = find('List events')
  // The address of the token endpoint as Postman reads it for its dialogue.
  const { value: token_url } = unlink.request.auth.oauth2.find(({ key }) => key === 'accessTokenUrl')
  const token = await tokenFor({ ...input, token_url })
  const { dept_id, associated_org_id } = input
  // The examples of the filters would leave nothing in the list.
  list.request.url.query = []
  events.request.url.query = [{ key: 'types', value: 'organization.association.unlinked' }]
  // A key of its own for each time it is sent, and not the one of the example.
  unlink.request.header.find(({ key }) => key === 'Idempotency-Key').value = '{{$guid}}'
  unlink.request.body.raw = JSON.stringify({ dept_id, associated_org_id })
  const only = [list, unlink, unlink, list, events].map(({ request, ...item }) => ({
    ...item,
    request: { ...request, auth: { type: 'bearer', bearer: [{ key: 'token', value: token }] } },
  }))
  const { run } = await promisify(newman.run)({ collection: { ...collection, item: only } })
  const [before, ended, again, after, told] = run.executions.map(({ response }) => ({
    status: response.code,
    body: response.json(),
  }))
  if (ended.status !== 200) unexpected(ended)
  const partners = ({ body }) => body.data.map((one) => one.associated_org_id)
  return {
    before: partners(before),
    after: partners(after),
    refusal: `${again.status} ${again.body.code}`,
    unlinked: told.body.data.map(({ data }) => data.associated_org_id),
  }
}
