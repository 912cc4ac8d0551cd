import { execFile } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { environment } from '../support/npm.ts'
import { type Project, root } from './project.ts'
import { link } from './tools.ts'

const STRICT = {
  target: 'es2024',
  module: 'nodenext',
  strict: true,
  noEmit: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
}

/** Programs that are compiled against the packed types, with mistakes that must be reported, to show that they are checked. */
export const PROGRAMS = {
  'examples, type tests and those of the last release, with Node’s types': {
    options: { ...STRICT, lib: ['es2024', 'esnext.disposable'], types: ['node'], skipLibCheck: true },
    include: [
      'examples',
      'sdk',
      'released',
      'program.ts',
      'paths.ts',
      'control-paths.ts',
      'control-scopes.ts',
      'control-released',
    ],
    refused: [
      /^control-paths.ts: TS2339: Property 'outcome' does not exist/,
      /^control-released\/contract.test-d.ts: TS2344: Type '"event organization.association.unlinked.data.ended_at is gone"'/,
      /^control-released\/contract.test-d.ts: TS2344: .*"organization.unlink.ended_at is gone"/,
      /^control-scopes.ts: TS2339: Property 'unlink' does not exist/,
    ],
  },
  'a browser’s, every declaration that it reaches, and no types of Node': {
    options: {
      ...STRICT,
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2024', 'dom', 'dom.iterable'],
      types: [],
    },
    include: ['program.ts', 'entries.ts', 'control-node.ts'],
    refused: [/^control-node.ts: TS25\d\d: Cannot find name 'process'/],
  },
}

const FILES = {
  'control-scopes.ts': `import { createClient } from '@sendoff/sdk'
createClient({ baseUrl: '', token: '', scopes: ['org:read'] }).organization.unlink
`,
  'control-node.ts': 'process.exit()\n',
  'paths.ts': `import { createPathClient, problems } from '@sendoff/sdk/openapi-fetch'
const client = createPathClient({ baseUrl: 'https://sendoff.test', token: 'token', scopes: ['org:unlink'] })
client.use(problems)
export const call = () => client.POST('/v1.0/organization/unlink', { body: { dept_id: 1, associated_org_id: '' } })
`,
  'control-paths.ts': `import { call } from './paths.ts'
call().then(({ data }) => data?.outcome)
`,
  'fetch.ts': `import { createClient } from '@sendoff/sdk'
import { fetch } from 'undici'
import { fetch as fetch6 } from 'undici-6'
for (const each of [fetch, fetch6, globalThis.fetch]) createClient({ baseUrl: '', scopes: [], fetch: each })
createClient({ baseUrl: '', scopes: [], fetch })
createClient({ baseUrl: '', scopes: [], fetch: fetch6 })
createClient({ baseUrl: '', scopes: [], fetch: (url, init) => globalThis.fetch(url, { ...init, redirect: 'error' }) })
`,
}

/** Adds to a project the programs to compile, and the packages that they need. */
export async function addPrograms({ directory, manifest }: Project): Promise<void> {
  const names = ['@types/node', '@types/express', 'express', 'kysely', 'openapi-fetch', 'openid-client', 'vitest']
  await link(names, join(root, 'node_modules'), { directory })
  // Copied, because Metro follows no link that leads out of its folders.
  const validator = 'node_modules/@cfworker/json-schema'
  await cp(join(root, validator), join(directory, validator), { recursive: true })
  const released = join(root, 'packages/api/released')
  // The page needs the types of a browser, and is bundled by Vite in test/examples.
  const filter = (file: string) => !file.includes('single-page-app')
  await cp(join(root, 'examples'), join(directory, 'examples'), { recursive: true, filter })
  for (const name of ['client.test-d.ts', 'promises.test-d.ts', 'testing.test-d.ts', 'allowed.gen.ts'])
    await cp(join(root, 'test/sdk', name), join(directory, 'sdk', name))
  await cp(released, join(directory, 'released'), { recursive: true })
  await cp(released, join(directory, 'control-released'), { recursive: true })
  const contract = join(directory, 'control-released/last/api/openapi.gen.d.ts')
  await writeFile(contract, (await readFile(contract, 'utf8')).replaceAll('unlinked_at:', 'ended_at:'))
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(directory, name), text)
  await writeFile(join(directory, 'entries.ts'), importsOf(manifest))
}

/** Imports every entry point, except those that need another package. */
export function importsOf({ exports, peerDependencies }: Project['manifest']): string {
  const others = Object.keys(peerDependencies)
  const entries = Object.keys(exports).filter((entry) => !others.some((name) => entry.endsWith(`/${name}`)))
  return entries
    .filter((entry) => !entry.endsWith('.json'))
    .map((entry, at) => `export * as entry${at} from '@sendoff/sdk${entry.slice(1)}'\n`)
    .join('')
}

/**
 * Compiles a program of a project.
 *
 * @param typescript the folder of the compiler's package
 * @returns the compiler's messages, for example `file.ts: TS2339: …`, and the files that it read
 */
export async function compilePacked(typescript: string, directory: string, { options, include }: Program) {
  const config = join(directory, `tsconfig-${crypto.randomUUID()}.json`)
  await writeFile(config, JSON.stringify({ compilerOptions: options, include }))
  const args = [join(typescript, 'bin/tsc'), '--pretty', 'false', '--listFiles', '-p', config]
  const limits = { maxBuffer: 64 << 20, timeout: 300_000 }
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: directory,
    env: environment(),
    ...limits,
  }).catch((error: { stdout?: string }) => {
    if (!error.stdout) throw error
    return { stdout: error.stdout }
  })
  const lines = stdout.split('\n')
  const errors = lines.flatMap((line) => {
    const [, file, message] = /^(?:(\S+)\(\d+,\d+\): )?error (TS\d+: .*)/.exec(line) ?? []
    return message ? [`${file}: ${message}`] : []
  })
  return { errors: errors.sort(), files: lines.filter((line) => line.startsWith('/')) }
}
interface Program {
  readonly options: object
  readonly include: readonly string[]
}
