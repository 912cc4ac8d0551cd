import { readFile, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { output } from '../support/npm.ts'
import { runInChromium } from './chromium.ts'
import type { Input } from './program.ts'
import { root } from './project.ts'
import type { Runtimes } from './runtimes.ts'
import { runInWorkerd } from './workerd.ts'

const MAIN = `import input from './input.json' with { type: 'json' }
import { run } from './program.ts'
console.log(JSON.stringify(await run(input)))
`

/** Runs a program without a build: these runtimes support TypeScript. */
async function runWith(command: string, args: string[], directory: string, input: Input): Promise<unknown> {
  await writeFile(join(directory, 'input.json'), JSON.stringify(input))
  await writeFile(join(directory, 'main.ts'), MAIN)
  return JSON.parse(await output(command, [...args, 'main.ts'], directory))
}

/** Runs a program on a Node that does not support TypeScript. */
async function runStripped(node: string, directory: string, input: Input): Promise<unknown> {
  const source = await readFile(join(directory, 'program.ts'), 'utf8')
  await writeFile(join(directory, 'stripped.js'), stripTypeScriptTypes(source))
  await writeFile(join(directory, 'input.json'), JSON.stringify(input))
  await writeFile(join(directory, 'main.js'), MAIN.replace('program.ts', 'stripped.js'))
  return JSON.parse(await output(node, ['main.js'], directory))
}

type Run = (program: string, directory: string, input: Input) => Promise<unknown>

/** The name that each runtime reports, and the command that runs the program of a folder. */
export const RUNS: Record<string, { says: RegExp; installed?: keyof Runtimes; run: Run }> = {
  // The lowest versions of `engines`.
  'Node 20': { says: /^Node\.js\/v20\.10\./, installed: 'node20', run: runStripped },
  'Node 22': { says: /^Node\.js\/22$/, installed: 'node22', run: runStripped },
  'Node 24': {
    says: /^Node\.js\/24$/,
    run: (_, ...where) => runWith(join(root, 'node_modules/.bin/node'), [], ...where),
  },
  'Node 26': { says: /^Node\.js\/26$/, installed: 'node26', run: (node, ...where) => runWith(node, [], ...where) },
  Deno: {
    says: /^Deno\//,
    installed: 'deno',
    run: (deno, ...where) => runWith(deno, ['run', '--no-prompt', '--no-remote', '--allow-net=127.0.0.1'], ...where),
  },
  Bun: { says: /^Bun\//, installed: 'bun', run: (bun, ...where) => runWith(bun, ['run', '--no-install'], ...where) },
  workerd: { says: /^Cloudflare-Workers$/, installed: 'workerd', run: runInWorkerd },
  Chromium: { says: /Chrome\//, run: (_, ...where) => runInChromium(...where) },
}
