import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bundle, roomForOperations } from '../support/bundle.ts'

// The source; test/packed holds the packed files to the same budget.
const root = fileURLToPath(new URL('../../', import.meta.url))
const bundled = (code: string) => bundle(code, root, ['@sendoff/source'])

const client = `export { createClient } from '@sendoff/sdk';`
const handler = `export { createHandler } from '@sendoff/sdk/webhooks';`

test('the client has at most 7 kB, and with createHandler 9.8 kB and room for new operations', async () => {
  const [alone, both] = await Promise.all([bundled(client), bundled(client + handler)])
  expect(alone.bytes).toBeLessThanOrEqual(7_000)
  expect(both.bytes).toBeLessThanOrEqual(9_800 + roomForOperations)
})

test('a program without key or refresh token does not ship their code, and none ships a module of Node’s', async () => {
  const { text, imports } = await bundled(client)
  expect(text).not.toContain('Ed25519')
  expect(text).not.toContain('grant_type:`refresh_token`')
  const all = await bundled(`export * from '@sendoff/sdk'; export * from '@sendoff/sdk/webhooks';`)
  expect([...imports, ...all.imports]).toEqual([])
})
