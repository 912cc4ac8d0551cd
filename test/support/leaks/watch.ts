import type { Config } from '@sendoff/server'
import { createSealer } from '../../../packages/server/src/crypto/seal.ts'
import { sealPurpose } from '../../../packages/server/src/keys/key.ts'
import { formsOf, hasCode, isCode } from './forms.ts'
import { issued } from './issued.ts'
import { addNeedle, findNeedles, type Needles, noNeedles, SHORTEST } from './search.ts'
import { masterKeyOf, readFiles, readRows } from './stored.ts'

/** So much of a log is kept until it is looked through. */
const MOST_OF_LOG = 4 * 1024 * 1024

/**
 * Watches over a server of a test: whatever it gives out or takes that somebody could act with, its database and its log must not
 * hold, in whatever form.
 *
 * @param config where it stores; the log is given to `log`
 */
export function watchLeaks(config: Config) {
  const lines: string[] = []
  let size = 0
  const inLog = new Set<string>()
  const log = {
    write(line: string) {
      if (process.env.SENDOFF_LOG_LEVEL) process.stderr.write(line)
      lines.push(line)
      size += line.length
      if (size > MOST_OF_LOG) lookThroughLog(needlesOf([]))
    },
  }

  function lookThroughLog(needles: Needles): void {
    const text = lines.splice(0).join('')
    size = 0
    for (const name of findIn(Buffer.from(text), needles)) inLog.add(name)
  }

  /**
   * Looks through every row and what was logged since the last time.
   *
   * @param files also through what the files of SQLite hold that is in no row any more
   * @throws {Error} naming what it holds
   */
  async function check({ files = false } = {}): Promise<void> {
    const { text, sealedKeys } = await readRows(config)
    const needles = needlesOf(keysOf(config, sealedKeys))
    lookThroughLog(needles)
    const inRows = findIn(text, needles)
    const inFiles = files ? findNeedles(readFiles(config), needles) : []
    const complaints = [
      ...[...inRows].map((name) => `the database holds a usable ${name}`),
      ...[...inFiles].map((name) => `a file of the database holds a usable ${name}`),
      ...[...inLog].map((name) => `the log holds a usable ${name}`),
    ]
    inLog.clear()
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
  }

  return { log, check }
}

type Secret = [secret: string, what: string]

function keysOf(config: Config, sealedKeys: Awaited<ReturnType<typeof readRows>>['sealedKeys']): Secret[] {
  const masterKey = masterKeyOf(config)
  if (!masterKey) return []
  const sealer = createSealer(masterKey)
  return [
    [masterKey.toString('base64'), 'master key'],
    ...sealedKeys.map(({ purpose, sealed }): Secret => {
      return [JSON.parse(sealer.open(sealed, sealPurpose(purpose))).d, `private key of ${purpose}`]
    }),
  ]
}

/** The forms of the secrets of a file's tests, which each check adds to: making all of them again took most of its time. */
let known = { needles: noNeedles(), secrets: new Set<string>() }

export function forgetSecrets(): void {
  issued.clear()
  known = { needles: noNeedles(), secrets: new Set() }
}

function needlesOf(more: Secret[]): Needles {
  const { needles, secrets } = known
  for (const [secret, what] of [...issued, ...more]) {
    if (isCode(secret) || secrets.has(secret)) continue
    secrets.add(secret)
    for (const form of new Set(formsOf(secret))) if (form.length >= SHORTEST) addNeedle(needles, what, form)
  }
  return needles
}

function findIn(text: Buffer, needles: Needles): Set<string> {
  const found = findNeedles(text, needles)
  const codes = [...issued].filter(([secret]) => isCode(secret))
  const readable = codes.length > 0 ? text.toString('latin1') : ''
  for (const [code, what] of codes) if (hasCode(readable, code)) found.add(`verification ${what}`)
  return found
}
