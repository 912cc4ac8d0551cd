import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { memory } from '../support/memory.ts'
import { output } from '../support/npm.ts'
import type { Input, Outcome } from './programs/shared.ts'
import type { Step, Tool } from './tools.ts'

const root = join(import.meta.dirname, '../..')
const programs = join(import.meta.dirname, 'programs')
const node = join(root, 'node_modules/.bin/node')
/** The compilers that must accept the generated code and the program that uses it: TypeScript 5.9 and 7. */
const compilers = ['typescript', 'typescript-7'].map((name) => join(root, 'node_modules', name, 'bin/tsc'))

const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  target: 'es2024',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2024', 'dom', 'dom.iterable'],
  types: [],
  noEmit: true,
  allowImportingTsExtensions: true,
  // The declarations in a tool's own packages are not generated from the contract.
  skipLibCheck: true,
}

const MAIN = `import { run } from './bundled.mjs'
console.log(JSON.stringify(await run(JSON.parse(process.argv[2]))))
`

/** The steps that a tool did, in their order; the step at which it failed, with its output; and the outcome of the program. */
export type Attempt = { done: Step[]; failed?: { step: Step; said: string }; outcome?: Outcome }

/**
 * Tries a tool in a folder of its own.
 *
 * @param packages the node_modules of the tools
 * @param contract the text of the contract as the server sends it
 */
export async function attempt(tool: Tool, packages: string, contract: string, input: Input): Promise<Attempt> {
  const directory = await mkdtemp(join(memory() ?? tmpdir(), 'sendoff-tool-'))
  const result: Attempt = { done: [] }
  let step: Step = 'generates'
  try {
    await cp(programs, directory, { recursive: true })
    await symlink(packages, join(directory, 'node_modules'))
    await writeFile(join(directory, 'openapi.json'), contract)
    await mkdir(join(directory, 'generated'))
    if (tool.generate) {
      await generate(tool.generate, directory)
      result.done.push(step)
    }
    step = 'compiles'
    if (tool.program?.endsWith('.ts')) {
      await compile(tool.program, directory)
      result.done.push(step)
    }
    step = 'calls'
    if (tool.program) {
      result.outcome = await call(tool.program, directory, input)
      result.done.push(step)
    }
  } catch (error) {
    result.failed = { step, said: (error as Error).message }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
  return result
}

async function generate([command, ...args]: NonNullable<Tool['generate']>, directory: string): Promise<void> {
  // The shell is not asked: each command is the JavaScript file of a package, and runs on the project's own Node.
  const said = await output(node, [join('node_modules/.bin', command), ...args], directory)
  const files = await readdir(join(directory, 'generated'))
  // One tool prints its declarations.
  if (files.length === 0) await writeFile(join(directory, 'generated/client.d.ts'), said)
}

async function compile(program: string, directory: string): Promise<void> {
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions: STRICT, files: [program] }))
  for (const compiler of compilers)
    await output(node, [compiler, '--pretty', 'false', '-p', 'tsconfig.json'], directory)
}

/** Bundles a program with the generated code, because that often needs a bundler, and runs it. */
async function call(program: string, directory: string, input: Input): Promise<Outcome> {
  const bundled = await rolldown({
    input: join(directory, program),
    platform: 'node',
    external: /^[^./]/,
    logLevel: 'silent',
  })
  await bundled.write({ file: join(directory, 'bundled.mjs'), format: 'esm', codeSplitting: false })
  await bundled.close()
  await writeFile(join(directory, 'main.mjs'), MAIN)
  const said = await output(node, ['main.mjs', JSON.stringify(input)], directory)
  return JSON.parse(said.trim().split('\n').at(-1) ?? '')
}
