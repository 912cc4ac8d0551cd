import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from './npm.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export type Project = { directory: string; tarballs: string[]; remove(): Promise<void> }

/**
 * Makes a project as a user has it: empty, outside of the repository, with our two packages as they are built, packed and installed
 * by npm. Nothing is asked of the registry.
 */
export async function installPacked(): Promise<Project> {
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-packed-'))
  await npm(['run', 'build'], root)
  const pack = ['pack', '--ignore-scripts', '--pack-destination', directory]
  await npm([...pack, '-w', '@sendoff/api', '-w', '@sendoff/sdk'], root)
  // The peer of @sendoff/sdk/testing.
  await npm([...pack, './node_modules/@cfworker/json-schema'], root)
  const tarballs = (await readdir(directory)).map((file) => join(directory, file))
  await writeFile(join(directory, 'package.json'), '{ "name": "user", "private": true, "type": "module" }')
  await npm(['install', '--offline', '--ignore-scripts', ...tarballs], directory)
  await copyFile(new URL('program.ts', import.meta.url), join(directory, 'program.ts'))
  return { directory, tarballs, remove: () => rm(directory, { recursive: true, force: true }) }
}
