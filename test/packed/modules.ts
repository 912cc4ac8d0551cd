import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { output } from '../support/npm.ts'
import type { Input } from './program.ts'
import type { Project } from './project.ts'
import { compilePacked, importsOf } from './types.ts'

const STRICT = {
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  // Each declaration is checked, too.
  skipLibCheck: false,
  rootDir: '.',
  outDir: 'out',
}

/** The kinds of project, by the options of the compiler and the type of the package. */
export const KINDS = {
  'as ES modules': { type: 'module', options: { ...STRICT, module: 'nodenext', moduleResolution: 'nodenext' } },
  'as CommonJS, node16': { type: 'commonjs', options: { ...STRICT, module: 'node16', moduleResolution: 'node16' } },
  'as CommonJS, node10': { type: 'commonjs', options: { ...STRICT, module: 'commonjs', moduleResolution: 'node10' } },
  'for a bundler': { type: 'module', options: { ...STRICT, module: 'esnext', moduleResolution: 'bundler' } },
}
export type Kind = keyof typeof KINDS

/** Members that are `undefined` where they are optional, and one where it is not. */
const OPTIONS = `import { createClient } from '@sendoff/sdk'
import { createHandler, poll } from '@sendoff/sdk/webhooks'
const usual = { fetch: undefined, issuer: undefined, timeout: undefined, warn: undefined, onRequest: undefined, organization: undefined }
const scopes = ['org:unlink', 'org:association:read', 'member:offboard'] as const
export const client = createClient({ baseUrl: '', clientId: '', clientSecret: '', token: undefined, scopes, ...usual })
export const calls = () => [
  client.associations.list({ cursor: undefined, limit: undefined }, { signal: undefined, timeout: undefined }),
  client.organization.unlink({ dept_id: 1, associated_org_id: '' }, { idempotencyKey: undefined }),
  client.offboardings.create({ account_id: '', reason_code: 'other', effective_at: undefined, handover: { recipient_id: undefined } }),
  // @ts-expect-error a required member is not optional
  client.organization.unlink({ dept_id: undefined, associated_org_id: '' }),
]
export const handler = createHandler({ secrets: '', jwks: undefined, on: { ping: undefined }, dedupe: undefined, onError: undefined })
export type Polled = typeof poll
`

/** Writes a project of a kind into a folder of its own. */
async function writeProject(kind: Kind, name: string, { directory, manifest }: Project): Promise<string> {
  const folder = join(directory, name)
  await mkdir(folder)
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: KINDS[kind].type }))
  await cp(join(directory, 'program.ts'), join(folder, 'program.ts'))
  await writeFile(join(folder, 'entries.ts'), importsOf(manifest))
  await writeFile(join(folder, 'options.ts'), OPTIONS)
  return folder
}

/** Compiles a project of a kind. @returns its folder, and the errors of the compiler */
export async function compileProject(typescript: string, kind: Kind, name: string, project: Project) {
  const folder = await writeProject(kind, name, project)
  const include = ['program.ts', 'entries.ts', 'options.ts']
  const { errors } = await compilePacked(typescript, folder, { options: KINDS[kind].options, include })
  return { folder, errors }
}

/** Runs the compiled program of a project, and returns its report. */
export async function runProject(node: string, folder: string, input: Input): Promise<unknown> {
  await writeFile(join(folder, 'input.json'), JSON.stringify(input))
  const main = `import('./out/program.js').then(async ({ run }) => {
  const input = JSON.parse(require('node:fs').readFileSync(__dirname + '/input.json', 'utf8'))
  console.log(JSON.stringify(await run(input)))
})
`
  await writeFile(join(folder, 'main.cjs'), main)
  return JSON.parse(await output(node, ['main.cjs'], folder))
}
