import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installed } from '../support/installed.ts'
import { must, openPlatform, type Platform } from '../support/platform.ts'
import { type Attempt, attempt } from './attempt.ts'
import { page } from './page.ts'
import type { Input } from './programs/shared.ts'
import { TOOLS } from './tools.ts'

const tools = join(import.meta.dirname, 'tools')
const attempts = new Map<string, Attempt>()

describe('with the contract that a server sends', () => {
  let packages: string
  let opened: Awaited<ReturnType<typeof openPlatform>>
  beforeAll(async () => {
    packages = await installed(tools, `${TOOLS.length} tools that read the contract (840 MB)`)
    opened = await openPlatform('sqlite')
  }, 900_000)
  afterAll(() => opened?.close())

  test.for(TOOLS)('$package generates, compiles and calls', { timeout: 300_000 }, async (tool) => {
    const { platform } = opened
    await platform.reset()
    const contract = await (await fetch(`${platform.base}/openapi.json`)).text()
    const input = inputFor(platform, contract)
    console.log(`${TOOLS.indexOf(tool) + 1} of ${TOOLS.length}: ${tool.package} …`)
    const result = await attempt(tool, packages, contract, input)
    attempts.set(tool.package, result)
    expect(result.failed?.said).toBeUndefined()
    if (!result.outcome) return
    const { before, after, refusal, unlinked } = result.outcome
    const { associated_org_id } = input
    expect(before).toContain(associated_org_id)
    expect(after).toEqual(before.filter((partner) => partner !== associated_org_id))
    expect(refusal).toBe('404 association_not_found')
    expect(unlinked).toEqual([associated_org_id])
  })

  test('the table in docs/compatibility.md is the one that this run found; `npm run compatibility` writes it', async ({
    skip,
  }) => {
    skip(attempts.size < TOOLS.length, 'only some of the tools were tried')
    const lock = JSON.parse(await readFile(join(tools, 'package-lock.json'), 'utf8'))
    const versions = (name: string): string => lock.packages[`node_modules/${name}`].version
    await expect(page(attempts, versions)).toMatchFileSnapshot('../../docs/compatibility.md')
  })
})

function inputFor(platform: Platform, contract: string): Input {
  const { org_id, dept_id, associated_org_id } = must(platform.data.associations[0])
  const { client_id, client_secret } = must(platform.organizationOf(org_id).apps[0])
  const { flows } = JSON.parse(contract).components.securitySchemes.app
  const token_url = flows.clientCredentials.tokenUrl
  return { base: platform.base, token_url, client_id, client_secret, dept_id, associated_org_id }
}
