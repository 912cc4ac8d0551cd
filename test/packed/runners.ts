import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { output } from '../support/npm.ts'
import { root } from './project.ts'

/** A user's test, with the functions `expect` and `test` of either runner: a refused call, and a delivery. */
const BODY = `
test('calls, refusals and deliveries', async () => {
  const refused = problem('organization.unlink', 'association_not_found')
  const { fetch } = fetchDouble({ 'organization.unlink': refused })
  const client = createClient({ baseUrl: 'https://sendoff.test', token: 'token', scopes: ['org:unlink'], fetch })
  const call = { dept_id: 1, associated_org_id: 'org_01a21cc5e2997437ba8eb7bb2064d4d6' }
  const error = await client.organization.unlink(call).catch((thrown) => thrown)
  expect(isProblem(error, 'organization.unlink')).toBe(true)
  expect(error).toBeInstanceOf(SendoffError)
  const event = testEvent('ping', { endpoint_id: 'whe_1' })
  const secret = 'whsec_' + 'A'.repeat(32)
  const body = JSON.stringify(event)
  const headers = await sign(body, { id: event.id, timestamp: Math.floor(Date.now() / 1000), secret })
  const heard = []
  const handler = createHandler({ secrets: secret, on: { ping: ({ id }) => heard.push(id) } })
  const { status } = await handler(new Request('https://consumer.test', { method: 'POST', headers, body }))
  expect([status, heard]).toEqual([200, [event.id]])
})
`
const IMPORTS = {
  '@sendoff/sdk': '{ createClient, isProblem, SendoffError }',
  '@sendoff/sdk/testing': '{ fetchDouble, problem }',
  '@sendoff/sdk/webhooks': '{ createHandler, sign }',
  '@sendoff/sdk/webhooks/testing': '{ testEvent }',
}
const importing = (line: (names: string, from: string) => string) =>
  Object.entries(IMPORTS).map(([from, names]) => line(names, from))

/** The test runners as they come: without a configuration. The argument is the folder of the tools. */
export const RUNNERS = {
  Jest: {
    file: 'sdk.test.js',
    text: [...importing((names, from) => `const ${names} = require('${from}')`), BODY].join('\n'),
    command: (tools: string) => [join(tools, 'jest/bin/jest.js')],
    passed: /1 passed, 1 total/,
  },
  Vitest: {
    file: 'sdk.test.mjs',
    text: [
      `import { expect, test } from 'vitest'`,
      ...importing((names, from) => `import ${names} from '${from}'`),
      BODY,
    ].join('\n'),
    command: () => [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', '.', '--reporter', 'tap-flat'],
    passed: /^ok 1 - /m,
  },
}

/** Runs a user's test and returns what the runner says. */
export async function runTest(name: keyof typeof RUNNERS, tools: string, directory: string): Promise<string> {
  const { file, text, command } = RUNNERS[name]
  const folder = join(directory, name)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "private": true }')
  await writeFile(join(folder, file), text)
  const node = join(root, 'node_modules/.bin/node')
  // Jest reports to the standard error.
  const script = '"$@" 2>&1'
  return output('sh', ['-c', script, 'sh', node, ...command(tools)], folder)
}
