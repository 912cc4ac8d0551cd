import { tokenFor, unexpected } from './shared.ts'

/**
 * Calls a server through another one that validates: lists, unlinks, is refused, reads events, and sends a body that the validator itself
 * must refuse.
 *
 * @param {import('./shared.ts').Input} input
 * @param {string} proxy the origin of the validating server
 */
export async function callThrough(input, proxy) {
  const headers = { authorization: `Bearer ${await tokenFor(input)}`, 'content-type': 'application/json' }
  const call = async (method, path, body) => {
    const response = await fetch(proxy + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const violations = response.headers.get('sl-violations')
    if (violations) throw new Error(`${method} ${path}: ${violations}`)
    return { status: response.status, body: await response.json() }
  }
  const list = async (path) => {
    const answer = await call('GET', path)
    return answer.status === 200 ? answer.body.data : unexpected(answer)
  }
  const partners = async () => (await list('/v1.0/associations')).map((one) => one.associated_org_id)
  const { dept_id, associated_org_id } = input
  const unlink = (body) => call('POST', '/v1.0/organization/unlink', body)
  const before = await partners()
  const ended = await unlink({ dept_id, associated_org_id })
  if (ended.status !== 200) unexpected(ended)
  const again = await unlink({ dept_id, associated_org_id })
  const wrong = await unlink({ dept_id: 'three', associated_org_id })
  // The server's own refusal has a code; the validator's has none.
  if (wrong.status < 400 || wrong.body.code === 'invalid_request') unexpected(wrong)
  const events = await list('/v1.0/events?types=organization.association.unlinked')
  return {
    before,
    after: await partners(),
    refusal: `${again.status} ${again.body.code}`,
    unlinked: events.map(({ data }) => data.associated_org_id),
  }
}
