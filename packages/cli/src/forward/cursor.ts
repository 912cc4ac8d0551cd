import { join } from 'node:path'
import { readJson, writePrivately } from '../session/files.ts'
import type { Folders } from '../session/folders.ts'
import { checkedName } from '../session/profiles.ts'
import type { Texts } from '../texts/texts.ts'

/** The feed to which a cursor belongs: a platform, and the one who reads there. */
export type Feedmark = { readonly base_url: string; readonly reader: string }

/** The place up to which a listener has forwarded everything. */
export type Cursor = Feedmark & { readonly sequence: number }

/** Opens the stored cursor of a listener. */
export function cursorOf({ state }: Folders, name: string, texts: Texts) {
  const file = join(state, 'listen', `${checkedName(name, texts)}.json`)
  return {
    get: () => readJson(file) as Cursor | undefined,
    /** Stores it whole, and waits until it is on the disk. */
    set: (cursor: Cursor) => writePrivately(file, JSON.stringify(cursor)),
  }
}
