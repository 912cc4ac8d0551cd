import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { publicFiles } from '../../packages/server/src/public-files.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const source = join(root, 'packages/server')

/** Optional parts of dependencies, which they use where somebody has installed them: a native driver of PostgreSQL. */
const OPTIONAL = ['pg-native', 'pg-cloudflare']

/**
 * Bundles the server into a package that can be published: the command with all its dependencies, the documentation, and the licences of
 * what is inside.
 *
 * @param folder the folder that it replaces
 */
export async function bundleServer(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const modules = await bundle(join(folder, 'lib'))
  cpSync(join(source, 'bin/sendoff-server.js'), join(folder, 'bin/sendoff-server.js'))
  if (publicFiles.some(({ path }) => !existsSync(path)))
    execFileSync('npm', ['run', '--silent', 'prepare'], { cwd: root })
  for (const { name, path } of publicFiles) cpSync(path, join(folder, 'public', name), { recursive: true })
  for (const name of ['README.md', 'env.example'])
    cpSync(join(name === 'README.md' ? source : root, name), join(folder, name))
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'licences.txt'), licencesOf(modules))
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`)
}

/** @returns the paths of the modules in the bundle */
async function bundle(dist: string): Promise<string[]> {
  const build = await rolldown({
    input: { main: join(source, 'src/command/main.ts') },
    platform: 'node',
    external: OPTIONAL,
    resolve: { conditionNames: ['@sendoff/source', 'node'] },
    logLevel: 'warn',
    checks: { eval: false },
  })
  const { output } = await build.write({
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // oidc-provider finds the settings of a token by the name of its class; logs and stacks show names, too.
    keepNames: true,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  })
  await build.close()
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
}

/** The package.json of the package, which has no dependencies: everything is inside. */
function manifest(): object {
  const { name, version, description, license, type, engines } = JSON.parse(
    readFileSync(join(source, 'package.json'), 'utf8'),
  )
  const bin = { 'sendoff-server': 'bin/sendoff-server.js' }
  const files = ['bin', 'lib', 'public', 'env.example', 'licences.txt']
  return { name, version, description, license, type, engines, bin, files }
}

/** The licences of every package with a module in the bundle or in the console, as most of them ask to be passed on. */
function licencesOf(modules: readonly string[]): string {
  const folders = new Set([...modules.flatMap((path) => packageOf(path) ?? []), ...packagesOfConsole()])
  const texts = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)/i.test(one))
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8') : NO_COPY[license]}`
  })
  return texts.toSorted().join(`\n${'-'.repeat(80)}\n\n`)
}

/** The folders of the packages that the console is built of, with those that they need. */
function packagesOfConsole(): Set<string> {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'packages/console/package.json'), 'utf8'))
  const found = new Set<string>()
  const add = (name: string) => {
    const folder = join(root, 'node_modules', name)
    if (found.has(folder) || /^@types\/|^@sendoff\/|^vite$/.test(name)) return
    found.add(folder)
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    for (const one of Object.keys(dependencies)) add(one)
  }
  for (const name of Object.keys(devDependencies)) add(name)
  return found
}

/** For packages that name a licence without a copy of it. */
const NO_COPY: Record<string, string> = {
  'Apache-2.0': readFileSync(join(root, 'node_modules/typescript/LICENSE.txt'), 'utf8'),
  MIT: 'The MIT License: https://spdx.org/licenses/MIT.html\n',
  ISC: 'The ISC License: https://spdx.org/licenses/ISC.html\n',
}

/** The folder of the installed package that a module belongs to; undefined for our own. */
function packageOf(path: string): string | undefined {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path)
  return match?.[1]
}
