import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT, Failure } from '../errors/failure.ts'
import type { Folders } from '../session/folders.ts'
import { holderOf, takeLock } from '../session/lock-file.ts'
import { checkedName } from '../session/profiles.ts'
import type { Texts } from '../texts/texts.ts'
import { localTime } from '../values/local-time.ts'

/**
 * Takes the name of a listener for this process, so that no second one moves the same cursor.
 *
 * @returns a function that gives the name back
 * @throws {Failure} exit 1, with the process that has it
 */
export function takeName({ state }: Folders, name: string, to: readonly string[], texts: Texts): () => void {
  const taken = takeLock(join(state, 'listen', `${checkedName(name, texts)}.lock`), to)
  if (typeof taken === 'function') return taken
  const message = texts.listen.taken(name, taken.pid, taken.host, localTime(taken.since), taken.to)
  throw new Failure(EXIT.refused, 'listener_exists', message, { holder: taken })
}

/** The URLs of the listeners that run on this machine. */
export function targetsIn({ state }: Folders): string[] {
  const folder = join(state, 'listen')
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap(
    (file) => (file.endsWith('.lock') ? holderOf(join(folder, file)) : undefined)?.to ?? [],
  )
}
