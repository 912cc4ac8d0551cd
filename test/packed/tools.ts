import { mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { installed } from '../support/installed.ts'
import type { Project } from './project.ts'

/**
 * Installs the compilers, bundlers, test runners and package managers of `tools/package.json`: 560 MB.
 *
 * @returns the path of their node_modules
 */
export const installTools = () =>
  installed(
    join(import.meta.dirname, 'tools'),
    'TypeScript 5.0 and 5.4, Jest, webpack, Next, Metro and package managers (560 MB)',
  )

/** Lets the programs of a project import packages. */
export async function link(names: readonly string[], from: string, { directory }: Pick<Project, 'directory'>) {
  for (const name of names) {
    const at = join(directory, 'node_modules', name)
    await mkdir(dirname(at), { recursive: true })
    await symlink(join(from, name), at)
  }
}
