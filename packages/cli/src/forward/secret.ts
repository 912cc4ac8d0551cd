import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivately } from '../session/files.ts'
import type { Folders } from '../session/folders.ts'
import { checkedName } from '../session/profiles.ts'
import type { Texts } from '../texts/texts.ts'

/** Reads the secret with which a listener signs, and makes it the first time. It is no secret of the platform. */
export function secretOf({ state }: Folders, name: string, texts: Texts): string {
  const file = join(state, 'listen', `${checkedName(name, texts)}.secret`)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    writePrivately(file, `${secret}\n`)
    return secret
  }
}
