import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'

const source = (path: string) => fileURLToPath(new URL(`../../packages/sdk/src/${path}`, import.meta.url))
const ENTRY = '\0entry'

/** What a program ships that imports this: minified, and compressed as a web server would. */
async function bundled(code: string) {
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'neutral',
    resolve: { conditionNames: ['@sendoff/source', 'default'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true, format: 'esm' })
  await bundle.close()
  expect(output).toHaveLength(1)
  return { text: output[0].code, imports: output[0].imports, bytes: gzipSync(output[0].code, { level: 9 }).length }
}

const client = `export { createClient } from '${source('index.ts')}';`
const handler = `export { createHandler } from '${source('webhooks/index.ts')}';`

test('the client is no more than 6 kB, and with createHandler 9 kB', async () => {
  const [alone, both] = await Promise.all([bundled(client), bundled(client + handler)])
  expect(alone.bytes).toBeLessThanOrEqual(6_000)
  expect(both.bytes).toBeLessThanOrEqual(9_000)
})

test('who uses neither key nor refresh token does not ship them, and nobody a module of Node’s', async () => {
  const { text, imports } = await bundled(client)
  expect(text).not.toContain('Ed25519')
  expect(text).not.toContain('grant_type:`refresh_token`')
  const all = await bundled(`export * from '${source('index.ts')}'; export * from '${source('webhooks/index.ts')}';`)
  expect([...imports, ...all.imports]).toEqual([])
})
