import { glob, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser } from '../support/browser.ts'
import { bundle, roomForOperations } from '../support/bundle.ts'
import { output } from '../support/npm.ts'
import { must, openPlatform } from '../support/platform.ts'
import { reportIn } from './expected.ts'
import { inputFor } from './input.ts'
import { LINTS, packWithout } from './lint.ts'
import { installPacked, type Project, root } from './project.ts'
import { RUNS } from './run.ts'
import { installRuntimes, type Runtimes } from './runtimes.ts'
import { addPrograms, compilePacked, PROGRAMS } from './types.ts'

let project: Project
beforeAll(async () => {
  project = await installPacked()
  await addPrograms(project)
}, 600_000)
afterAll(() => project?.remove())

const modules = () => Object.keys(project.manifest.exports).filter((entry) => !entry.endsWith('.json'))
const importsOf = async (code: string) => (await bundle(code, project.directory)).imports

test('both packages install without other packages, and the SDK uses only types of the contract’s', async () => {
  const { installed, manifest, directory } = project
  const { packages } = JSON.parse(await readFile(join(directory, 'node_modules/.package-lock.json'), 'utf8'))
  expect(Object.keys(packages)).toEqual(['node_modules/@sendoff/api', 'node_modules/@sendoff/sdk'])
  expect(manifest.dependencies).toEqual({ '@sendoff/api': manifest.version })
  for (const name of ['api', 'sdk'])
    expect((await readdir(join(installed, name))).sort()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
      'src',
    ])
})

test.for(Object.entries(LINTS))(
  '%s finds no fault, and would find a missing file',
  { timeout: 120_000 },
  async ([, lint]) => {
    for (const tarball of project.tarballs) await lint(tarball)
    const missing = ['dist/webhooks/index.js', 'dist/webhooks/index.d.ts']
    const broken = await packWithout(missing, join(project.installed, 'sdk'), project.directory)
    await expect(lint(broken)).rejects.toThrow(/webhooks/)
  },
)

test('the packed client has at most 7 kB, with createHandler 10 kB and room for new operations', async () => {
  const client = `export { createClient } from '@sendoff/sdk';`
  const handler = `export { createHandler } from '@sendoff/sdk/webhooks';`
  expect((await bundle(client, project.directory)).bytes).toBeLessThanOrEqual(7_000)
  expect((await bundle(client + handler, project.directory)).bytes).toBeLessThanOrEqual(9_800 + roomForOperations)
})

test('no entry point needs a module of Node’s, and only /testing and /openapi-fetch another package', async () => {
  const { installed } = project
  expect(modules()).toContain('./webhooks')
  for (const entry of modules()) expect(await importsOf(`export * from '@sendoff/sdk${entry.slice(1)}'`)).toEqual([])
  expect(await importsOf(`export * from '@sendoff/sdk'; export * from 'node:fs'`)).toEqual(['node:fs'])
  const named: string[] = []
  for await (const file of glob(join(installed, '*/dist/**/*.js')))
    for (const [, name] of (await readFile(file, 'utf8')).matchAll(
      /\b(?:from|import)\b\s*\(?\s*['"]([^.'"][^'"]*)['"]/g,
    ))
      named.push(`${relative(installed, file)}: ${name}`)
  expect(named.sort()).toEqual([
    'sdk/dist/openapi-fetch.js: openapi-fetch',
    'sdk/dist/testing/schema.js: @cfworker/json-schema',
  ])
})

describe.each([
  ['5.9', 'typescript'],
  ['7', 'typescript-7'],
])('TypeScript %s compiles against the packed types', (_, typescript) => {
  test.for(Object.entries(PROGRAMS))('%s', { timeout: 180_000 }, async ([, program]) => {
    const { errors, files } = await compilePacked(join(root, 'node_modules', typescript), project.directory, program)
    expect(errors).toEqual(program.refused.map((error) => expect.stringMatching(error)))
    expect(files).toContain(join(project.installed, 'sdk/dist/index.d.ts'))
    expect(files.filter((file) => file.startsWith(join(root, 'packages')))).toEqual([])
  })
})

describe('a program with the packed SDK calls, is refused, signs and verifies', () => {
  let runtimes: Runtimes
  let opened: Awaited<ReturnType<typeof openPlatform>>
  beforeAll(async () => {
    ;[runtimes, opened] = await Promise.all([installRuntimes(), openPlatform('sqlite')])
  }, 600_000)
  afterAll(() => opened?.close())

  // Deno has its own TypeScript, 6.
  test('and passes the type check of Deno', { timeout: 120_000 }, async ({ skip }) => {
    const { deno } = runtimes
    if (deno === undefined) skip(`npm brings no Deno for ${process.platform} ${process.arch}`)
    const check = (file: string) => output(must(deno), ['check', '--no-remote', file], project.directory)
    await check('program.ts')
    await expect(check('control-scopes.ts')).rejects.toThrow(/TS2339/)
  })

  test.for(Object.entries(RUNS))('in %s', { timeout: 120_000 }, async ([name, { says, installed, run }], { skip }) => {
    const program = installed ? runtimes[installed] : ''
    if (program === undefined) skip(`npm brings no ${name} for ${process.platform} ${process.arch}`)
    if (name === 'Chromium' && noBrowser) skip(noBrowser)
    const { platform } = opened
    await platform.reset()
    const input = await inputFor(platform)
    expect(await run(must(program), project.directory, input)).toEqual(reportIn(says, input))
  })
})
