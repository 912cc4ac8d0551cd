import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Texts } from '../texts/en.ts'
import { type Finding, findingsOf } from './finding.ts'

const of = findingsOf('folder')

/** The least free space, in MiB. */
const LEAST_FREE = 512

/** Checks that the data directory can be used, and by nobody else. Changes nothing. */
export function checkFolder(directory: string, { check: { folder: t, settings } }: Texts): Finding[] {
  if (!existsSync(directory)) {
    return [
      isUsable(nearestExisting(directory))
        ? of.ok(t.missing(directory))
        : of.wrong(t.noParent(directory), t.chooseOther),
    ]
  }
  const { mode, uid } = statSync(directory)
  if (!statSync(directory).isDirectory()) return [of.wrong(t.notADirectory(directory), t.chooseOther)]
  if (!isUsable(directory)) return [of.wrong(t.notWritable(directory), t.chooseOther)]
  const findings: Finding[] = []
  if (mode & 0o077) findings.push(of.warning(t.open(directory, octal(mode)), settings.chmod(directory, '700')))
  for (const name of readdirSync(directory).filter((name) => HELD.test(name))) {
    const path = join(directory, name)
    const file = statSync(path, { throwIfNoEntry: false })
    if (file && file.mode & 0o077) findings.push(of.wrong(t.open(path, octal(file.mode)), settings.chmod(path, '600')))
  }
  const own = process.getuid?.()
  if (own !== undefined && uid !== own) findings.push(of.warning(t.owner(directory, uid, own), t.runAsOwner))
  const free = freeMebibytes(directory)
  if (free < LEAST_FREE) findings.push(of.warning(t.full(directory, free), t.makeRoom))
  return findings.length > 0 ? findings : [of.ok(t.fine(directory))]
}

/** The files with data and secrets; `pid` and `lock` hold none. */
const HELD = /^(sendoff\.sqlite|sandbox\.json$|master\.key$)/

const octal = (mode: number) => (mode & 0o777).toString(8)

function nearestExisting(path: string): string {
  const parent = dirname(path)
  return existsSync(parent) || parent === path ? parent : nearestExisting(parent)
}

function isUsable(directory: string): boolean {
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function freeMebibytes(directory: string): number {
  const { bavail, bsize } = statfsSync(directory)
  return Math.floor((bavail * bsize) / 1024 / 1024)
}
