import { readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryDirectory } from '../support/process.ts'

const root = join(import.meta.dirname, '../..')

/** Makes a copy of the repository by links, in which a guide may leave files. */
export function checkout(): string {
  const directory = temporaryDirectory()
  for (const name of readdirSync(root).filter((one) => !['.git', '.sendoff'].includes(one))) {
    symlinkSync(join(root, name), join(directory, name))
  }
  return directory
}
