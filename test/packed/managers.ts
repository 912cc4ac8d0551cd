import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { output } from '../support/npm.ts'
import type { Project } from './project.ts'

/** The program of a user who has the SDK twice: what one copy throws, the other recognises. */
const MAIN = `const required = require('@sendoff/sdk')
const { PermanentError } = require('@sendoff/sdk/webhooks')
import('@sendoff/sdk').then(async (imported) => {
  const problem = { code: 'association_not_found', title: 'Not found' }
  const fetch = async () => Response.json(problem, { status: 404, headers: { 'content-type': 'application/problem+json' } })
  const client = imported.createClient({ baseUrl: 'https://sendoff.test', token: 'token', scopes: ['org:unlink'], fetch })
  const error = await client.organization.unlink({}).catch((thrown) => thrown)
  console.log(JSON.stringify({
    copies: new Set([required.SendoffError, imported.SendoffError]).size,
    problem: required.isProblem(error, 'organization.unlink'),
    classes: ['CallError', 'SendoffError', 'ConnectionError', 'TokenError'].filter((name) => error instanceof required[name]),
    permanent: new PermanentError('no') instanceof (await import('@sendoff/sdk/webhooks')).PermanentError,
  }))
})
`

/** The report of the program. */
export const RECOGNISED = { copies: 2, problem: true, classes: ['CallError', 'SendoffError'], permanent: true }

/** The way in which each package manager installs, and runs a program. They run on the lowest Node that the packages accept. */
export const MANAGERS = {
  'npm with --engine-strict': {
    install: ['npm/bin/npm-cli.js', 'install', '--engine-strict', '--offline', '--ignore-scripts'],
    run: ['main.cjs'],
  },
  'Yarn 1': { install: ['yarn/bin/yarn.js', 'install', '--offline', '--ignore-scripts'], run: ['main.cjs'] },
  'Yarn 4 with Plug’n’Play': {
    install: ['@yarnpkg/cli-dist/bin/yarn.js', 'install'],
    run: ['@yarnpkg/cli-dist/bin/yarn.js', 'node', 'main.cjs'],
  },
  pnpm: { install: ['pnpm/bin/pnpm.cjs', 'install', '--offline', '--ignore-scripts'], run: ['main.cjs'] },
}

/** Installs both tarballs with a package manager, and returns the report of the program. */
export async function installAndRun(name: keyof typeof MANAGERS, node: string, tools: string, project: Project) {
  const { install, run } = MANAGERS[name]
  const folder = join(project.directory, 'managers', name.replace(/\W+/g, '-'))
  await mkdir(folder, { recursive: true })
  for (const tarball of project.tarballs) await cp(tarball, join(folder, tarball.split('/').at(-1) ?? ''))
  const { version } = project.manifest
  const api = `file:./sendoff-api-${version}.tgz`
  const dependencies = { '@sendoff/api': api, '@sendoff/sdk': `file:./sendoff-sdk-${version}.tgz` }
  // The registry does not have this version of @sendoff/api, which the SDK depends on.
  const resolutions = { '@sendoff/api': api }
  const manifest = { name: 'user', private: true, dependencies, resolutions, pnpm: { overrides: resolutions } }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await writeFile(join(folder, '.npmrc'), 'engine-strict=true\n')
  await writeFile(join(folder, '.yarnrc.yml'), 'enableTelemetry: false\nenableImmutableInstalls: false\n')
  // Yarn 4 and pnpm look for a project above.
  await writeFile(join(folder, 'yarn.lock'), '')
  await writeFile(join(folder, 'main.cjs'), MAIN)
  const [program = '', ...args] = install
  await output(node, [join(tools, program), ...args], folder)
  const [first = '', ...rest] = run
  const started = first.includes('/') ? [join(tools, first), ...rest] : run
  return JSON.parse(await output(node, started, folder))
}
