import { createInterface, type Interface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { EXIT, Failure, usage } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'

type Terminal = NodeJS.ReadStream & { isTTY?: boolean }

/** The means to ask a person. */
export type Asking = {
  readonly stdin: Terminal
  readonly stderr: NodeJS.WritableStream
  /** False with `--no-input`. */
  readonly input: boolean
  readonly texts: Pick<Texts, 'ask'>
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
  return answerOf(createInterface({ input: stdin, output: stderr }), question, texts)
}

async function answerOf(lines: Interface, question: string, texts: Asking['texts']): Promise<string> {
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

/**
 * Asks for a secret on the terminal, which does not show what is typed.
 *
 * @throws {Failure} exit 130 when the person presses Ctrl-C or Ctrl-D
 */
export async function askUnseen(question: string, { stdin, stderr, texts }: Asking): Promise<string> {
  stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: stdin, output: silent, terminal: true })
  try {
    return await answerOf(lines, '', texts)
  } finally {
    stderr.write('\n')
  }
}
