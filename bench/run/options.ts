import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** The choices of a run. */
export type Options = {
  /** Small counts: everything in less than two minutes on an idle machine. */
  quick: boolean
  /** The works to run, by their names or the names of their groups; empty for all of the goal table. */
  only: readonly string[]
  /** The folder of another checkout, installed, that takes its turns beside this one. */
  before: string | undefined
  /** True writes docs/performance.md. */
  write: boolean
  /** The numbers of members and deliveries of the growth, ascending. */
  sizes: readonly number[]
  /** The number of counted turns of each contestant. */
  rounds: number
  /** The factor of all counts, for a try of the harness itself. */
  scale: number
}

export const USAGE = `npm run bench -- [options]
  --quick              small counts, less than two minutes on an idle machine
  --only <names>       these works or groups only, separated by commas; --list prints them
  --before <folder>    another checkout, after \`npm ci\` there, takes its turns beside this one
  --rounds <number>    counted turns of each contestant: 5, or 3 with --quick
  --scale <number>     multiplies all counts, for example by 0.1 to try the harness
  --write              writes docs/performance.md, with the growth at --sizes
  --sizes <numbers>    members and deliveries of the growth: 1000,10000,100000,1000000
  --list               prints the names`

/** Reads the command line. @throws {TypeError} for an unknown option or a value that is not a number */
export function readOptions(args: readonly string[]): Options & { list: boolean } {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args: [...args],
    options: { quick: flag, write: flag, list: flag, only: text, before: text, sizes: text, rounds: text, scale: text },
  })
  const { quick, write, list, only, before, sizes, rounds, scale } = values
  return {
    ...{ quick, write, list },
    only: (only ?? '').split(',').filter((name) => name !== ''),
    before: before === undefined ? undefined : resolve(before),
    sizes: (sizes ?? '1000,10000,100000,1000000').split(',').map((size) => positive('--sizes', size)),
    rounds: rounds === undefined ? (quick ? 3 : 5) : positive('--rounds', rounds),
    scale: factor(scale ?? '1'),
  }
}

function positive(option: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new TypeError(`${option} must be a positive integer, not ${text}`)
  return number
}

function factor(text: string): number {
  const number = Number(text)
  if (!(number > 0)) throw new TypeError(`--scale must be a number above 0, not ${text}`)
  return number
}
