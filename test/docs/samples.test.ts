import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { located } from '../../scripts/contract/operations.ts'
import { sdkSample } from '../../scripts/reference/sdk-sample.ts'
import { blocksOf } from './blocks.ts'
import { compileSamples } from './compile-samples.ts'

const folder = join(import.meta.dirname, '../../docs/reference/operations')

describe('the samples of the reference', () => {
  test('are of every operation, and compile', async () => {
    const pages = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')))
    const samples = pages
      .flatMap(blocksOf)
      .filter(({ language }) => language === 'ts')
      .map(({ code }) => code)
    expect(samples.toSorted()).toEqual(located.map(sdkSample).toSorted())
    const said = await compileSamples(samples)
    expect(samples.flatMap((sample, index) => said[index]?.map((message) => `${message}\n${sample}`))).toEqual([])
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
