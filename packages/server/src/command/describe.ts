import { Failure, plain } from '@sendoff/cli/terminal'
import { ConfigurationError } from '../config.ts'
import { EXIT } from './exit.ts'
import type { Texts } from './texts/en.ts'

type Description = { code: string; detail: string; exit: number }

/** The errors of starting that an operator can mend, which name themselves. */
const OF_THE_START = ['DirectoryInUse', 'DirectoryUnusable', 'WrongMasterKey', 'WrongMode', 'DatabaseMoved']

/** The JSON of an error: one line, with `code`, `detail` and `exit`. */
export const errorAsJson = (error: unknown, texts: Texts): string => JSON.stringify(describe(error, texts))

/** An error as a sentence for a person. An error that should not happen keeps its stack. */
export function errorAsText(error: unknown, texts: Texts, label: string): string {
  const { code, detail } = describe(error, texts)
  return plain(`${label}${code === 'unexpected' && error instanceof Error ? error.stack : detail}`)
}

/** The exit code for an error that ends a command. */
export const exitCodeOf = (error: unknown, texts: Texts): number => describe(error, texts).exit

function describe(error: unknown, { errors: t }: Texts): Description {
  if (error instanceof Failure) return { code: error.code, detail: error.message, exit: error.exit }
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  if (error instanceof ConfigurationError) return { code: 'settings', detail: t.settings(message), exit: EXIT.refused }
  if (OF_THE_START.includes(name)) return { code: codeFrom(name), detail: message, exit: EXIT.database }
  const reason = outageOf(error)
  if (reason !== undefined) return { code: 'database_unavailable', detail: t.database(reason), exit: EXIT.database }
  if (/no such table|relation "\w+" does not exist/.test(message)) {
    return { code: 'database_empty', detail: t.database(t.noSuchTable), exit: EXIT.database }
  }
  return { code: 'unexpected', detail: message, exit: EXIT.refused }
}

const codeFrom = (name: string) =>
  name.replace(/[A-Z]/g, (letter, at) => `${at === 0 ? '' : '_'}${letter.toLowerCase()}`)

/** The reason of an outage, in the words of the system; undefined for any other error. */
function outageOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { cause } = error
  if (error.name === 'StoreUnavailable') return cause instanceof Error && cause.message ? cause.message : error.message
  const { code } = error as NodeJS.ErrnoException
  const isOutage =
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|28|3D|57P|53)/.test(code ?? '') || /timeout/.test(error.message)
  return isOutage ? error.message || code : undefined
}
