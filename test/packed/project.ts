import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from '../support/npm.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The fields of the SDK's package.json. */
type Manifest = {
  version: string
  exports: Record<string, unknown>
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}
export type Project = Awaited<ReturnType<typeof installPacked>>

/**
 * Makes a project like a user's: empty, outside the repository, with our two packages built, packed and installed by npm, without the
 * registry.
 */
export async function installPacked() {
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-packed-'))
  await npm(['run', 'build'], root)
  const packages = ['-w', '@sendoff/api', '-w', '@sendoff/sdk']
  await npm(['pack', '--ignore-scripts', '--pack-destination', directory, ...packages], root)
  const tarballs = (await readdir(directory)).map((file) => join(directory, file))
  await writeFile(join(directory, 'package.json'), '{ "name": "user", "private": true, "type": "module" }')
  await npm(['install', '--offline', '--ignore-scripts', ...tarballs], directory)
  await copyFile(new URL('program.ts', import.meta.url), join(directory, 'program.ts'))
  const installed = join(directory, 'node_modules/@sendoff')
  const manifest: Manifest = JSON.parse(await readFile(join(installed, 'sdk/package.json'), 'utf8'))
  return { directory, tarballs, installed, manifest, remove: () => rm(directory, { recursive: true, force: true }) }
}
