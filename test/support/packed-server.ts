import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleServer } from '../../scripts/packages/bundle-server.ts'
import { npm } from './npm.ts'

/**
 * Builds and packs the server, and installs it as an operator does: into an empty folder, by the tarball alone, without the registry.
 *
 * @returns the folder, and the one with its command
 */
export async function installServer() {
  const folder = await mkdtemp(join(tmpdir(), 'sendoff-packed-server-'))
  const [built, user] = [join(folder, 'built'), join(folder, 'user')]
  await bundleServer(built)
  await mkdir(user)
  await npm(['pack', '--ignore-scripts', '--pack-destination', folder], built)
  const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz')) ?? ''
  await writeFile(join(user, 'package.json'), '{ "name": "user", "private": true }')
  await npm(['install', '--offline', '--ignore-scripts', join(folder, tarball)], user)
  return {
    user,
    installed: join(user, 'node_modules/@sendoff/server'),
    bin: join(user, 'node_modules/.bin'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
