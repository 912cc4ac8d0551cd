import { createRequire } from 'node:module'
import { join } from 'node:path'
import { installed } from '../../test/support/installed.ts'

const SOURCE = join(import.meta.dirname, '../packages')

/** Loads a package that only benchmarks need, and installs all of these on first use. Types must not depend on them. */
export async function loadPackage<Module>(name: string): Promise<Module> {
  const modules = await installed(SOURCE, 'the packages of the benchmark (29 MB)')
  return import(createRequire(join(modules, 'x.js')).resolve(name)) as Promise<Module>
}
