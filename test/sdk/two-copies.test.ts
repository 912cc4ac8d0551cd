import { expect, test, vi } from 'vitest'

/** The SDK twice, as in a program that imports it and has a dependency that requires it. */
const copies = async () => {
  const load = async () => ({ ...(await import('@sendoff/sdk')), ...(await import('@sendoff/sdk/webhooks')) })
  const one = await load()
  vi.resetModules()
  return [one, await load()] as const
}

const refusing = async () => {
  const headers = { 'content-type': 'application/problem+json' }
  return Response.json({ code: 'association_not_found', title: 'Not found' }, { status: 404, headers })
}

test('the errors of one copy are those of the other, by isProblem and by instanceof', async () => {
  const [one, two] = await copies()
  expect(one.SendoffError).not.toBe(two.SendoffError)
  const at = { baseUrl: 'https://sendoff.test', token: 'token', scopes: ['org:unlink'], maxRetries: 0 } as const
  const call = { dept_id: 1, associated_org_id: 'org_1' }
  const refusal = await one
    .createClient({ ...at, fetch: refusing })
    .organization.unlink(call)
    .catch((error: unknown) => error)
  expect(two.isProblem(refusal, 'organization.unlink')).toBe(true)
  expect(two.isProblem(refusal, 'organization.get')).toBe(false)
  const names = ['CallError', 'SendoffError', 'ConnectionError', 'TimeoutError', 'TokenError'] as const
  const classesOf = (error: unknown) => names.filter((name) => error instanceof two[name])
  expect(classesOf(refusal)).toEqual(['CallError', 'SendoffError'])
  const broken = async () => Promise.reject(new Error('no network'))
  const failure = await one
    .createClient({ ...at, fetch: broken })
    .organization.unlink(call)
    .catch((error: unknown) => error)
  expect(classesOf(failure)).toEqual(['CallError', 'ConnectionError'])
  for (const other of [null, undefined, 'text', {}, new Error('another')]) expect(classesOf(other)).toEqual([])
})

test('an event is given up when its handler throws the PermanentError of the other copy', async () => {
  const [one, two] = await copies()
  const secret = `whsec_${'A'.repeat(32)}`
  const id = 'evt_1'
  const body = JSON.stringify({ id, type: 'ping', org_id: 'org_1', sequence: 1, data: { endpoint_id: 'whe_1' } })
  const headers = await one.sign(body, { id, timestamp: Math.floor(Date.now() / 1000), secret })
  const ping = () => {
    throw new two.PermanentError('never')
  }
  const handler = one.createHandler({ secrets: secret, on: { ping }, onError: () => undefined })
  const { status } = await handler(new Request('https://consumer.test', { method: 'POST', headers, body }))
  expect(status).toBe(200)
})

test('clients of both copies over one store of tokens refresh them once', async () => {
  const [one, two] = await copies()
  let tokens = { accessToken: 'old', refreshToken: 'refresh-1', expiresAt: 0 }
  const store = {
    get: async () => tokens,
    set: async (next: typeof tokens) => {
      tokens = next
    },
  }
  let refreshed = 0
  const fetch = async (url: string) => {
    if (!url.endsWith('/oauth2/token')) return Response.json({ org_id: 'org_1' })
    refreshed++
    return Response.json({ access_token: 'new', token_type: 'Bearer', expires_in: 600, refresh_token: 'refresh-2' })
  }
  const at = { baseUrl: 'https://sendoff.test', clientId: 'app_1', scopes: ['org:read'], fetch } as const
  await Promise.all(
    [one, two].map(({ createClient, refreshToken }) =>
      createClient({ ...at, grant: refreshToken(store) }).organization.get(),
    ),
  )
  expect(refreshed).toBe(1)
})

test('a program’s own subclass has only its own errors', async () => {
  const { PermanentError } = await import('@sendoff/sdk/webhooks')
  class Mine extends PermanentError {}
  expect(new Mine('no')).toBeInstanceOf(PermanentError)
  expect(new Mine('no')).toBeInstanceOf(Mine)
  expect(new PermanentError('no')).not.toBeInstanceOf(Mine)
})
