import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventTypes } from '@sendoff/api'
import { verify } from '@sendoff/sdk/webhooks'
import { expect, test } from 'vitest'
import { asApp, beside, user } from '../support/command.ts'
import { contractSchema } from '../support/events.ts'
import { onSqlite } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

onSqlite((platform) => {
  test('the event of a fact is printed, as often as it is made, in the organisation of --org', async () => {
    const second = platform().organization(1)
    const { run } = user({ SENDOFF_BASE_URL: platform().base })
    const ran = await run('trigger', 'member.departed', '--repeat', '2', '--org', second.name, '--json')
    expect(ran.code).toBe(0)
    const printed = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)) // prettier-ignore
    expect(printed.map(({ type, org_id }) => [type, org_id])).toEqual([
      ['member.departed', second.org_id],
      ['member.departed', second.org_id],
    ])
    const none = await run('trigger', 'member.departed', '--org', 'org_none', '--json')
    expect([none.code, JSON.parse(none.stderr).code]).toEqual([3, 'organization_not_found'])
    const impossible = await run('trigger', 'app.authorized')
    expect(impossible.code).toBe(2)
    expect(impossible.stderr).toContain('--to')
    const own = JSON.parse((await user(asApp(platform(), 1)).run('trigger', 'department.created', '--json')).stdout)
    expect(own.org_id).toBe(second.org_id)
  })

  test('the founder is replaced with the password of the file, and a dissolution asks first', async () => {
    const { home, run } = user({ SENDOFF_BASE_URL: platform().base })
    const unknown = await run('trigger', 'organization.founder_transferred', '--json')
    expect([unknown.code, JSON.parse(unknown.stderr).code]).toEqual([1, 'password_unknown'])
    beside(home, platform())
    const made = await run('trigger', 'organization.founder_transferred', '--json')
    expect(JSON.parse(made.stdout)).toMatchObject({ type: 'organization.founder_transferred' })
    expect((await run('trigger', 'organization.dissolved')).code).toBe(2)
    const dissolved = await run('trigger', 'organization.dissolved', '--yes', '--json')
    expect(JSON.parse(dissolved.stdout)).toMatchObject({ event: null, org_id: platform().organization(0).org_id })
  })
})

test('a sample reaches each URL as often as asked, signed, with the changes that were asked for', async () => {
  const first = await startReceiver()
  const second = await startReceiver()
  const { home, run } = user()
  writeFileSync(join(home, 'data.json'), '{ "account_id": "acct_1", "handover": { "held": 1 } }')
  const changes = ['--set', 'data.handover.held=7', '--set', 'org_id=org_9', '--set', 'data.note=text']
  const args = ['trigger', 'member.departed', '--data', '@data.json', ...changes, '--repeat', '2', '--json']
  const ran = await run(...args, '--to', first.url, '--to', second.url)
  expect([ran.code, ran.stdout.trim().split('\n').length]).toEqual([0, 4])
  const secret = (await run('listen', '--print-secret')).stdout.trim()
  for (const { received } of [first, second]) {
    expect(received).toHaveLength(2)
    for (const { body, headers } of received) {
      const event = await verify(body, headers as Record<string, string>, { secrets: secret })
      expect(event).toMatchObject({ type: 'member.departed', org_id: 'org_9' })
      expect(event.data).toEqual({ account_id: 'acct_1', handover: { held: 7 }, note: 'text' })
    }
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  }
})

test('a corrupted sample must be refused: a URL that takes it ends the command with 1', async () => {
  const { run } = user()
  const trusting = await startReceiver()
  const careful = await startReceiver(() => 401)
  const send = (...urls: string[]) => run('trigger', 'ping', '--corrupt', ...urls.flatMap((url) => ['--to', url]))
  const accepted = await send(trusting.url)
  expect([accepted.code, accepted.stderr.includes(trusting.url)]).toEqual([1, true])
  expect((await send(careful.url)).code).toBe(0)
  expect((await send(careful.url, trusting.url)).code).toBe(5)
  const secret = (await run('listen', '--print-secret')).stdout.trim()
  const [{ body, headers } = { body: '', headers: {} }] = trusting.received
  const verified = verify(body, headers as Record<string, string>, { secrets: secret })
  await expect(verified).rejects.toMatchObject({ name: 'WebhookVerificationError' })
  const refused = await run('trigger', 'ping', '--to', careful.url)
  expect(refused.code).toBe(1)
})

test('the sample of every type is as the contract says, and wrong uses end with 2', async () => {
  const { home, run } = user()
  const faults = await contractSchema('Event')
  const list = JSON.parse((await run('trigger', '--json')).stdout)
  expect(list.map(({ type }: { type: string }) => type).sort()).toEqual(Object.keys(eventTypes).sort())
  const sample = JSON.parse((await run('trigger', 'receipt.failed', '--local', '--json')).stdout)
  expect(faults(sample)).toEqual([])
  writeFileSync(join(home, 'broken.json'), '{')
  const local = ['trigger', 'member.departed', '--local']
  for (const wrong of [
    ['trigger', 'member.depatred'],
    ['trigger', 'member.departed', '--data', '{}', '--base-url', 'http://127.0.0.1:9'],
    [...local, '--corrupt'],
    [...local, '--data', '[]'],
    [...local, '--data', '@broken.json'],
    [...local, '--data', '@none.json'],
    [...local, '--set', 'data'],
    [...local, '--set', '__proto__.a=1'],
    [...local, '--set', 'org_id.name=1'],
    [...local, '--repeat', '0'],
  ])
    expect([wrong, (await run(...wrong)).code]).toEqual([wrong, 2])
})
