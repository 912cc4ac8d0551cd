import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { located } from '../../scripts/contract/operations.ts'
import { curlSample } from '../../scripts/reference/curl-sample.ts'
import { requestExample } from '../../scripts/reference/examples.ts'
import { sdkSample } from '../../scripts/reference/sdk-sample.ts'
import { blocksOf } from './blocks.ts'
import { compileSamples } from './compile-samples.ts'

const folder = join(import.meta.dirname, '../../docs/reference/operations')

test('the samples for curl send the examples', () => {
  const asked = parsedByShell(located.map(curlSample))
  for (const [index, one] of located.entries()) {
    const { path, query, body } = requestExample(one)
    const [url = '', ...rest] = asked[index] ?? []
    const { pathname, searchParams } = new URL(url)
    const place = one.path.replaceAll(/\{(\w+)\}/g, (_, name) => String(path[name]))
    expect([pathname, Object.fromEntries(searchParams)], one.described.id).toEqual([
      place,
      Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
    ])
    const given = (option: string) => rest.flatMap((text, at) => (rest[at - 1] === option ? [text] : []))
    expect(given('-X')).toEqual(one.described.method === 'GET' ? [] : [one.described.method])
    expect(given('-d').map((text) => JSON.parse(text))).toEqual(body === undefined ? [] : [body])
    expect(given('-H')).toEqual([
      ...(one.operation.security.length > 0 ? ['Authorization: Bearer the token'] : []),
      ...(body === undefined ? [] : ['Content-Type: application/json']),
    ])
  }
})

/** The arguments that each program gives curl: the URL, then everything else. */
function parsedByShell(programs: string[]): string[][] {
  const script = `TOKEN='the token'; curl() { printf '%s\\0' "$@"; printf '\\n'; }\n${programs.join('\n')}`
  const { stdout, status } = spawnSync('bash', ['-euc', script], { encoding: 'utf8' })
  expect(status).toBe(0)
  const calls = stdout.split('\0\n').slice(0, -1)
  return calls.map((call) => {
    const given = call.split('\0')
    const isUrl = (text: string) => text.startsWith('http')
    return [...given.filter(isUrl), ...given.filter((text) => !isUrl(text))]
  })
}

describe('the samples of the reference', () => {
  test('cover every operation and compile', async () => {
    const pages = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')))
    const samples = pages
      .flatMap(blocksOf)
      .filter(({ language }) => language === 'ts')
      .map(({ code }) => code)
    expect(samples.toSorted()).toEqual(located.map(sdkSample).toSorted())
    const said = await compileSamples(samples)
    expect(samples.flatMap((sample, index) => said[index]?.map((message) => `${message}\n${sample}`))).toEqual([])
  })

  test('begin with a client that compiles', async () => {
    const blocks = blocksOf(await readFile(join(folder, '../README.md'), 'utf8'))
    const [client = ''] = blocks.filter(({ language }) => language === 'ts').map(({ code }) => code)
    expect(await compileSamples([client], '')).toEqual([[]])
    expect(client).toContain('createClient')
  })

  test('would not compile if they did not fit the contract', async () => {
    const wrong = [
      'await client.organization.unlink({ dept_id: 3 })',
      "await client.organization.unlinked({ dept_id: 3, associated_org_id: 'org_1' })",
      "for await (const member of client.members.list({ status: 'gone' })) console.log(member)",
      "await client.sandbox.advanceClock({ with: 'PT72H' })",
    ]
    const said = await compileSamples(wrong)
    expect(wrong.filter((_, index) => said[index]?.length !== 1)).toEqual([])
  })
})

test('the samples of the README compile', async () => {
  const blocks = blocksOf(await readFile(join(folder, '../../../README.md'), 'utf8'))
  const samples = blocks.filter(({ language }) => language === 'ts').map(({ code }) => code)
  const given = `import type { RequestHandler } from 'express'
declare const app: { post(path: string, handler: RequestHandler): void }
declare function askFor(scopes: readonly string[]): void
declare function later(key: string | undefined): void
declare function removeLogin(accountId: string): Promise<void>
`
  expect(samples).toHaveLength(2)
  expect(await compileSamples(samples, given)).toEqual([[], []])
})
