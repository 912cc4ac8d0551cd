import { mkdir, writeFile } from 'node:fs/promises'
import { root } from './document.ts'

export const banner = '// Generated from openapi.yaml by `npm run generate`. Do not edit.\n'

/**
 * Writes a generated file.
 *
 * @param path below the repository
 */
export async function write(path: string, text: string): Promise<void> {
  const file = new URL(path, root)
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, text)
}
