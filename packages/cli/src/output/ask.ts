import { createInterface } from 'node:readline/promises'
import { EXIT, Failure, usage } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'

type Terminal = NodeJS.ReadStream & { isTTY?: boolean }

/** The means to ask a person. */
export type Asking = {
  readonly stdin: Terminal
  readonly stderr: NodeJS.WritableStream
  /** False with `--no-input`. */
  readonly input: boolean
  readonly texts: Texts
}

/**
 * Asks before something that can't be undone.
 *
 * @throws {Failure} exit 2 without a terminal, naming `--yes`; exit 1 when the answer is no
 */
export async function confirm(question: string, yes: boolean, asking: Asking): Promise<void> {
  if (yes) return
  const { stdin, input, texts } = asking
  if (!input || !stdin.isTTY) throw usage(texts.ask.needsYes, { flag: '--yes' })
  const answer = await ask(`${question} [${texts.ask.yesNo}] `, asking)
  if (!/^(y|yes|是)$/i.test(answer.trim())) throw new Failure(EXIT.refused, 'canceled', texts.ask.canceled)
}

/** Asks for a line of text on the terminal. @throws {Failure} exit 130 when the person presses Ctrl-C or Ctrl-D */
async function ask(question: string, { stdin, stderr, texts }: Asking): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr })
  const gone = new Promise<never>((_, reject) => {
    lines.once('SIGINT', () => reject(new Failure(EXIT.interrupted, 'interrupted', texts.ask.canceled)))
    lines.once('close', () => reject(new Failure(EXIT.interrupted, 'interrupted', texts.ask.canceled)))
  })
  try {
    return await Promise.race([lines.question(question), gone])
  } finally {
    gone.catch(() => undefined)
    lines.close()
  }
}
