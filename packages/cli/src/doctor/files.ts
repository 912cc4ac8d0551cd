import { chmodSync, existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Folders } from '../session/folders.ts'
import { SANDBOX_FILE } from '../session/sandbox-file.ts'
import type { Texts } from '../texts/texts.ts'
import { type Found, of } from './found.ts'

/** Checks that nobody else can read the files with secrets. @param fix sets the modes */
export function checkFiles({ config, state }: Folders, fix: boolean, texts: Texts): Found[] {
  const { ok, note, fault, skipped } = of('files')
  const t = texts.doctor
  if (process.platform === 'win32') return [skipped(t.modesOfWindows)]
  const paths = [...within(config), ...within(state), ...(existsSync(SANDBOX_FILE) ? [SANDBOX_FILE] : [])]
  const found = paths.flatMap((path): Found[] => {
    const stats = lstatSync(path)
    if (stats.isSymbolicLink() || (stats.mode & 0o077) === 0) return []
    const mode = (stats.mode & 0o777).toString(8)
    const wanted = stats.isDirectory() ? 0o700 : 0o600
    if (!fix) return [fault(t.mode(path, mode, wanted.toString(8)))]
    try {
      chmodSync(path, wanted)
      return [note(t.modeFixed(path, mode, wanted.toString(8)))]
    } catch (error) {
      return [fault(t.modeStays(path, error instanceof Error && 'code' in error ? String(error.code) : String(error)))]
    }
  })
  return found.length > 0 ? found : [ok(t.modes(paths.length))]
}

function within(folder: string): string[] {
  if (!existsSync(folder)) return []
  return [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))]
}
