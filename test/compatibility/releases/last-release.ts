import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { output } from '../../support/npm.ts'

const root = join(import.meta.dirname, '../../..')
const archive = join(root, 'packages/api/released/last/source.tar.gz')

/**
 * Unpacks the packages of the last release. Their own names lead to each other; those of others to the repository's packages.
 *
 * @returns their directory, and a function that removes it
 */
export async function unpackLastRelease() {
  // Outside node_modules, where Node runs no TypeScript.
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-last-release-'))
  await output('tar', ['xzf', archive, '-C', directory], root)
  // The documentation is left out.
  await mkdir(join(directory, 'docs'))
  const modules = join(directory, 'node_modules')
  await mkdir(join(modules, '@sendoff'), { recursive: true })
  for (const name of ['api', 'sdk', 'server'])
    await symlink(join(directory, 'packages', name), join(modules, '@sendoff', name))
  for (const name of await readdir(join(root, 'node_modules')))
    if (name !== '@sendoff' && !name.startsWith('.'))
      await symlink(join(root, 'node_modules', name), join(modules, name))
  // The versions that are the server's alone.
  await symlink(join(root, 'packages/server/node_modules'), join(directory, 'packages/server/node_modules'))
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) }
}
