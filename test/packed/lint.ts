import { cp, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { npm, output } from '../support/npm.ts'
import { root } from './project.ts'

const program = (name: string) => join(root, 'node_modules/.bin', name)

/** Programs that check a tarball, and fail if its package can't be used as its package.json says. */
export const LINTS = {
  publint: (tarball: string) => output(process.execPath, [program('publint'), 'run', tarball, '--strict'], root),
  // For ES modules, CommonJS, bundlers and the resolution before `exports`.
  arethetypeswrong: (tarball: string) =>
    output(process.execPath, [program('attw'), tarball, '--profile', 'strict', '--no-color', '--no-emoji'], root),
}

/** Packs an installed package without some of its files. */
export async function packWithout(files: string[], installed: string, directory: string): Promise<string> {
  const broken = await mkdtemp(join(directory, 'broken-'))
  await cp(installed, broken, { recursive: true })
  for (const file of files) await rm(join(broken, file))
  const said = await npm(['pack', '--ignore-scripts', '--json'], broken)
  return join(broken, JSON.parse(said)[0].filename)
}
