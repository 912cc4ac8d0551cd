/**
 * Builds the published packages, @sendoff/api and @sendoff/sdk: JavaScript, declarations and source maps, as ES modules and as CommonJS;
 * @sendoff/cli, one file; and @sendoff/server, a folder of its own, packages/server/dist.
 * Starts from nothing each time, so that no file of an earlier build is packed. Run by `npm run build`, and by npm before it packs one of them.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { bundleCli } from './packages/bundle-cli.ts'
import { bundleServer } from './packages/bundle-server.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

// In this order, because the SDK is compiled against the built declarations of the contract, like a user's program.
for (const name of ['api', 'sdk']) {
  const dist = `${root}packages/${name}/dist`
  rmSync(dist, { recursive: true, force: true })
  const tsc = [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}packages/${name}/tsconfig.build.json`]
  execFileSync(process.execPath, tsc, { stdio: 'inherit' })
  await addCommonJs(dist)
}

await bundleCli(`${root}packages/cli/dist`)
await bundleServer(`${root}packages/server/dist`)

/** Adds every module as CommonJS, for Jest as it comes and for programs that `require`; its declarations are those of the ES module. */
async function addCommonJs(dist: string): Promise<void> {
  const files = globSync('**/*.{js,d.ts}', { cwd: dist })
  const cjs = join(dist, 'cjs')
  const build = await rolldown({
    input: files.filter((file) => file.endsWith('.js')).map((file) => join(dist, file)),
    external: (id) => !/^[./]/.test(id),
    logLevel: 'warn',
  })
  const output = {
    dir: cjs,
    format: 'cjs',
    preserveModules: true,
    preserveModulesRoot: dist,
    exports: 'named',
  } as const
  await build.write({ ...output, entryFileNames: '[name].js' })
  await build.close()
  for (const file of files.filter((one) => one.endsWith('.d.ts')))
    cpSync(join(dist, file), join(cjs, relative('.', file)))
  // Without it, Node would take the files for ES modules, as the package's others are.
  writeFileSync(join(cjs, 'package.json'), '{ "type": "commonjs" }\n')
}
