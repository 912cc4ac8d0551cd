import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The packages that are in the bundle, whose licences ask to be passed on. The first publishes no copy of its own (Apache 2.0). */
const BUNDLED = { '@stricli/core': 'typescript/LICENSE.txt', 'csv-parse': 'csv-parse/LICENSE' }

/**
 * Bundles the command line with its dependencies into one file, so that it starts fast and installs nothing else.
 *
 * @param dist the folder that it replaces
 * @throws Error for a package whose licence is not named here
 */
export async function bundleCli(dist: string): Promise<void> {
  rmSync(dist, { recursive: true, force: true })
  const build = await rolldown({
    input: join(root, 'packages/cli/src/sendoff.ts'),
    platform: 'node',
    resolve: { conditionNames: ['@sendoff/source', 'node', 'import', 'default'] },
    logLevel: 'warn',
  })
  const { output } = await build.write({
    file: join(dist, 'sendoff.js'),
    format: 'esm',
    codeSplitting: false,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
  })
  await build.close()
  checkLicences(output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : [])))
  const licences = Object.entries(BUNDLED).map(
    ([name, file]) => `${name}

${readFileSync(join(root, 'node_modules', file), 'utf8')}`,
  )
  writeFileSync(join(dist, 'licences.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`))
}

/** Throws when a package is in the bundle whose licence would not be passed on. */
function checkLicences(modules: readonly string[]): void {
  for (const id of modules) {
    const [, name = ''] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? []
    if (name && !Object.hasOwn(BUNDLED, name)) throw new Error(`${name} is in the bundle; name its licence in BUNDLED`)
  }
}
