import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SandboxData } from './load.ts'

/** Writes `sandbox.json` atomically, readable only by its owner. */
export function writeCredentialsFile(directory: string, data: SandboxData): string {
  const file = join(directory, 'sandbox.json')
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
  return file
}
