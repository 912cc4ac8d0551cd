import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, openPlatform } from '../support/platform.ts'
import { BUNDLERS, buildNext, bundleAndRun } from './bundlers.ts'
import { reportIn } from './expected.ts'
import { inputFor } from './input.ts'
import { installAndRun, MANAGERS, RECOGNISED } from './managers.ts'
import { compileProject, type Kind, runProject } from './modules.ts'
import { installPacked, type Project, root } from './project.ts'
import { RUNNERS, runTest } from './runners.ts'
import { installRuntimes, type Runtimes } from './runtimes.ts'
import { installTools, link } from './tools.ts'
import { addPrograms, compilePacked } from './types.ts'

let project: Project
let runtimes: Runtimes
let tools: string
let opened: Awaited<ReturnType<typeof openPlatform>>
beforeAll(async () => {
  ;[project, runtimes, tools, opened] = await Promise.all([
    installPacked(),
    installRuntimes(),
    installTools(),
    openPlatform('sqlite'),
  ])
  await addPrograms(project)
  await link(['undici', 'undici-6', 'next', 'react', 'react-dom'], tools, project)
}, 900_000)
afterAll(async () => {
  await opened?.close()
  await project?.remove()
})

const compilers = () => ({
  '5.0': join(tools, 'typescript-5.0'),
  '5.4': join(tools, 'typescript-5.4'),
  '5.9': join(root, 'node_modules/typescript'),
  '7': join(root, 'node_modules/typescript-7'),
})
const input = async () => {
  await opened.platform.reset()
  return inputFor(opened.platform)
}

/** Each compiler, kind of project and Node at least once. */
const PROJECTS: [keyof ReturnType<typeof compilers>, Kind, keyof Runtimes | undefined][] = [
  ['5.0', 'as CommonJS, node10', 'node20'],
  ['5.0', 'as ES modules', 'node22'],
  ['5.4', 'as CommonJS, node16', 'node22'],
  ['5.4', 'for a bundler', undefined],
  ['5.9', 'as CommonJS, node10', 'node26'],
  ['5.9', 'as ES modules', 'node20'],
  ['7', 'as CommonJS, node16', 'node26'],
  ['7', 'for a bundler', undefined],
]

describe('a program with the packed SDK, and every declaration, compiles and runs', () => {
  test.for(PROJECTS)('by TypeScript %s %s', { timeout: 180_000 }, async ([version, kind, runtime], { skip }) => {
    const { folder, errors } = await compileProject(compilers()[version], kind, `${version} ${kind}`, project)
    expect(errors).toEqual([])
    // A program for a bundler is run by the bundlers below.
    if (!runtime) return
    if (runtimes[runtime] === undefined) skip(`npm brings no ${runtime} for ${process.platform} ${process.arch}`)
    const given = await input()
    const says = new RegExp(`^Node\\.js/v?${runtime.slice('node'.length)}\\b`)
    expect(await runProject(must(runtimes[runtime]), folder, given)).toEqual(reportIn(says, given))
  })

  test.for(Object.keys(BUNDLERS) as (keyof typeof BUNDLERS)[])('by %s', { timeout: 180_000 }, async (name) => {
    const { folder } = await compileProject(compilers()['7'], 'for a bundler', `for ${name}`, project)
    const given = await input()
    expect(await bundleAndRun(name, tools, folder, given)).toEqual(reportIn(/^Node\.js\/24$/, given))
  })

  test('by Next, in a page and in a route', { timeout: 300_000 }, async () => {
    expect(await buildNext(tools, project.directory)).toMatch(/○ \/\n[\s\S]*ƒ \/webhooks\n/)
  })
})

describe('a user’s tests pass', () => {
  test.for(Object.entries(RUNNERS))('in %s as it comes', { timeout: 120_000 }, async ([name, { passed }]) => {
    expect(await runTest(name as keyof typeof RUNNERS, tools, project.directory)).toMatch(passed)
  })
})

describe('on the lowest Node of `engines` the packages are installed and recognise each other’s errors', () => {
  test.for(Object.keys(MANAGERS) as (keyof typeof MANAGERS)[])(
    'by %s',
    { timeout: 120_000 },
    async (name, { skip }) => {
      if (runtimes.node20 === undefined) skip(`npm brings no Node 20 for ${process.platform} ${process.arch}`)
      expect(await installAndRun(name, must(runtimes.node20), tools, project)).toEqual(RECOGNISED)
    },
  )
})

test.for(['5.4', '5.9', '7'] as const)(
  'TypeScript %s accepts the fetch of undici 6 and 8',
  { timeout: 120_000 },
  async (version) => {
    const options = { module: 'nodenext', strict: true, noEmit: true, skipLibCheck: true, types: ['node'] }
    const program = { options, include: ['fetch.ts'] }
    expect((await compilePacked(compilers()[version], project.directory, program)).errors).toEqual([])
  },
)
