import { expect, test } from 'vitest'
import { webhookToken } from '../support/endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { countEndpoints, create, replayed, url } from './support.ts'

onEachStore((platform) => {
  test('50 concurrent creations with one key make one endpoint and get 50 equal answers', async () => {
    const token = await webhookToken(platform())
    const answers = await Promise.all(Array.from({ length: 50 }, () => create(platform(), token, 'a')))
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter((answer) => replayed(answer) === 'true')).toHaveLength(49)
    expect(await countEndpoints(platform(), token)).toBe(1)
  })

  test('50 different concurrent bodies with one key make one endpoint, and 49 are refused', async () => {
    const token = await webhookToken(platform())
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => create(platform(), token, 'a', { url: `${url}/${index}` })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'idempotency_key_reused')).toHaveLength(49)
    expect(await countEndpoints(platform(), token)).toBe(1)
  })

  test('50 concurrent refusals with one key are one refusal', async () => {
    const { org_id } = platform().organization(0)
    const token = await platform().appToken(org_id, 'org:unlink')
    const body = { dept_id: 3, associated_org_id: platform().organization(3).org_id }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        platform().post('/v1.0/organization/unlink', token, body, { 'idempotency-key': 'a' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(404))
    expect(new Set(answers.map((answer) => answer.body.request_id)).size).toBe(1)
    expect(answers.filter((answer) => replayed(answer) === 'true')).toHaveLength(49)
  })

  test('50 concurrent creations with 50 keys make 50 endpoints', async () => {
    const token = await webhookToken(platform())
    await Promise.all(Array.from({ length: 50 }, (_, index) => create(platform(), token, `key-${index}`)))
    expect(await countEndpoints(platform(), token)).toBe(50)
  })
})
