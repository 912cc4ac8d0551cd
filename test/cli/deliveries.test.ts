import { expect, test } from 'vitest'
import { asApp, user } from '../support/command.ts'
import { createEndpoint, settle, webhookToken } from '../support/endpoints.ts'
import { onSqlite } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

onSqlite((platform) => {
  test('endpoints, their deliveries and attempts are shown, and a failed one is sent again', async () => {
    let status = 500
    const receiver = await startReceiver(({ event }) =>
      event.type === 'webhook_endpoint.challenge' ? challenged(event) : status,
    )
    const token = await webhookToken(platform())
    const { endpoint_id, url } = await createEndpoint(platform(), token, receiver.url)
    await settle(platform())
    const { delivery_id } = await platform().as(token).call('webhookEndpoints.test', { endpoint_id })
    await settle(platform())

    const { run } = user(asApp(platform()))
    const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout)
    expect(await json('endpoints')).toMatchObject([{ endpoint_id, url }])
    expect((await run('endpoints')).stdout).toContain(endpoint_id)
    expect(await json('deliveries', '--endpoint', endpoint_id)).toMatchObject([{ delivery_id, event_type: 'ping' }])
    const one = await json('deliveries', 'get', delivery_id)
    expect(one.attempts[0]).toMatchObject({ number: 1, response_status: 500 })
    expect((await run('deliveries', 'get', delivery_id)).stdout).toContain('500')
    expect((await run('deliveries', '--status', 'filed')).code).toBe(2)
    expect((await run('deliveries', '--endpoint', 'whe_none', '--json')).code).toBe(3)

    status = 204
    const again = await json('redeliver', delivery_id)
    expect(again).toMatchObject({ event_id: one.event_id })
    await settle(platform())
    expect(await json('deliveries', 'get', again.delivery_id)).toMatchObject({ status: 'succeeded' })
    const some = await run('redeliver', delivery_id, 'dlv_none', '--json')
    expect(some.code).toBe(5)
    expect(JSON.parse(some.stderr)).toMatchObject({ code: 'delivery_not_found' })
    expect((await run('redeliver')).code).toBe(2)
  })

  test('redeliver --to sends the event of a delivery to a local URL, signed, and says what it answered', async () => {
    const receiver = await startReceiver(({ event }) =>
      event.type === 'webhook_endpoint.challenge' ? challenged(event) : 204,
    )
    const local = await startReceiver(() => ({ status: 422, body: 'no' }))
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await settle(platform())
    const { delivery_id } = await platform().as(token).call('webhookEndpoints.test', { endpoint_id })
    await settle(platform())
    const { run } = user(asApp(platform()))
    const ran = await run('redeliver', delivery_id, '--to', local.url, '--json')
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)).toMatchObject({ delivery_id, response_status: 422, response_body: 'no' })
    expect(local.received[0]?.headers['webhook-signature']).toMatch(/^v1,/)
    expect((await run('redeliver', delivery_id, '--to', 'http://me:secret@127.0.0.1/')).code).toBe(2)
  })

  test('recover counts first, needs --yes without a terminal, and waits for the end', async () => {
    const receiver = await startReceiver(({ event }) =>
      event.type === 'webhook_endpoint.challenge' ? challenged(event) : 204,
    )
    const { org_id, dept_id, associated_org_id } = platform().association('upstream')
    const index = platform().data.organizations.findIndex((one) => one.org_id === org_id)
    const unlinker = await platform().appToken(org_id, 'org:unlink')
    await platform().as(unlinker).call('organization.unlink', { dept_id, associated_org_id })
    const token = await webhookToken(platform(), index)
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    await settle(platform())
    const { run } = user(asApp(platform(), index))
    const dry = await run('recover', endpoint_id, '--since', '2h', '--dry-run', '--json')
    expect(JSON.parse(dry.stdout)).toMatchObject({ dry_run: true, missing: 1 })
    expect((await run('recover', endpoint_id, '--since', '2h')).code).toBe(2)
    expect((await run('recover', endpoint_id)).code).toBe(2)
    const done = await run('recover', endpoint_id, '--since', '2h', '--yes', '--no-wait', '--json')
    expect(done.code).toBe(0)
    expect(JSON.parse(done.stdout)).toMatchObject({ total: 1 })
    expect((await run('recover', 'whe_none', '--since', '2h', '--yes')).code).toBe(3)
  })
})

const challenged = ({ challenge }: { challenge: string }) => ({ status: 200, body: JSON.stringify({ challenge }) })
