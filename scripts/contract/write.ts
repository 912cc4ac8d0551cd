import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './document.ts'

export const banner = '// Generated from openapi.yaml by `npm run generate`. Do not edit.\n'

/** With `--check` nothing is written, and files that would change are collected. */
const checking = process.argv.includes('--check')
const outdated: string[] = []

/**
 * Writes a generated file.
 *
 * @param path below the repository
 */
export async function write(path: string, text: string): Promise<void> {
  const file = new URL(path, root)
  if (checking) {
    const current = await readFile(file, 'utf8').catch(() => undefined)
    if (current !== text) outdated.push(path)
    return
  }
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, text)
}

/**
 * Removes the files of a generated folder that the generator no longer writes.
 *
 * @param folder below the repository, with a slash at the end
 * @param paths the files that it writes, below the folder
 */
export async function keepOnly(folder: string, paths: string[]): Promise<void> {
  const there = await readdir(new URL(folder, root), { recursive: true, withFileTypes: true }).catch(() => [])
  const files = there.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const kept = new Set(paths.map((path) => fileURLToPath(new URL(folder + path, root))))
  for (const file of files.filter((one) => !kept.has(one))) {
    if (checking) outdated.push(relative(fileURLToPath(root), file))
    else await rm(file)
  }
}

/** Ends a check: names each outdated file and lets the process fail. */
export function reportOutdated(): void {
  if (outdated.length === 0) return
  console.error(`Outdated, run \`npm run generate\`:\n${outdated.map((path) => `  ${path}`).join('\n')}`)
  process.exitCode = 1
}
