import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { output } from '../../support/npm.ts'
import { must } from '../../support/platform.ts'
import { startProcess } from '../../support/process.ts'
import { unpackLastRelease } from './last-release.ts'

const today = join(import.meta.dirname, '../../..')

describe('a program gets a token, lists, unlinks, is refused and reads events', () => {
  let last: Awaited<ReturnType<typeof unpackLastRelease>>
  beforeAll(async () => {
    last = await unpackLastRelease()
    await copyFile(join(import.meta.dirname, 'program.ts'), join(last.directory, 'program.ts'))
  })
  afterAll(() => last?.remove())

  const programs = {
    today: () => join(import.meta.dirname, 'program.ts'),
    last: () => join(last.directory, 'program.ts'),
  }
  const servers = { today: () => today, last: () => last.directory }

  test.each([
    ['today', 'today'],
    ['today', 'last'],
    ['last', 'today'],
    ['last', 'last'],
  ] as const)('with the SDK of %s on the server of %s', { timeout: 180_000 }, async (sdk, version) => {
    const server = await startProcess({}, servers[version]())
    const { associations, organizations } = server.data
    const { org_id, dept_id, associated_org_id } = must(associations[0])
    const { apps } = must(organizations.find((one) => one.org_id === org_id))
    const { client_id: clientId, client_secret: clientSecret } = must(apps[0])
    const input = JSON.stringify({ baseUrl: server.base, clientId, clientSecret, dept_id, associated_org_id })
    const options = ['--conditions=@sendoff/source', '--disable-warning=ExperimentalWarning']
    const said = await output(process.execPath, [...options, programs[sdk](), input], today)
    const { before, after, ...outcome } = JSON.parse(said)
    expect(outcome).toEqual({ result: true, code: 'association_not_found', unlinked: [associated_org_id] })
    expect(before).toContain(associated_org_id)
    expect(after).toEqual(before.filter((partner: string) => partner !== associated_org_id))
  })

  test('the packages of both are not the same', async () => {
    const [old, now] = await Promise.all(
      [last.directory, today].map((at) => output('grep', ['-c', '', join(at, 'openapi.yaml')], at)),
    )
    expect(Number(old)).toBeLessThan(Number(now))
  })
})
