import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { timestamp } from './clock.ts'
import { ConfigurationError, readConfig } from './config.ts'
import {
  listReplacementsOf,
  type Plan,
  planReplacement,
  type Request,
  readReplacement,
  requestCancel,
  requestReplacement,
} from './founder/replacements/by-operator.ts'
import { openBeside } from './store/open-beside.ts'
import type { Database } from './store/schema.ts'
import { readFreeText } from './values/free-text.ts'

const HELP = `Replaces the founder of an organisation who can't be reached, after a waiting time in which the founder and every
administrator are notified, by mail too, and may object.

  npm run replace-founder -- start --org <org_id> --to <account_id> --reason <text> [--days <7 to 30>] [--dry-run]
  npm run replace-founder -- list [--org <org_id>] [--all]
  npm run replace-founder -- cancel --org <org_id> --id <replacement_id> --reason <text>

start    asks the servers to begin. --to is an administrator of the organisation, who becomes the founder; the waiting time is 14 days
         without --days. Everybody who is told reads the reason. One objection ends it. An organisation has one at a time.
         --dry-run checks everything and changes nothing.
list     prints those that wait, with --all also those that have ended, newest first, at most 1,000.
cancel   takes one back; everybody who was told of it is told.

Exit codes: 0 done, 1 refused, and nothing was changed, 2 wrong arguments, 3 the database can't be used,
4 recorded, but no server has taken it up yet; it begins when one runs.

DATABASE_URL or SENDOFF_DATA_DIR name the database, as for a server.`

const EXIT = { refused: 1, usage: 2, database: 3, notTakenUp: 4 }

/** The time for which a server is awaited, and the pause between two checks, in milliseconds. */
const [PATIENCE, LOOK] = [10_000, 100]

/** A failure that ends the program. */
class Failure extends Error {
  readonly exitCode: number

  constructor(exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The program behind `npm run replace-founder`. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      org: { type: 'string' },
      to: { type: 'string' },
      id: { type: 'string' },
      reason: { type: 'string' },
      days: { type: 'string' },
      all: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(HELP)
  const [command, ...rest] = positionals
  const run = commands[command ?? '']
  if (!run || rest.length > 0) throw usage(command === undefined ? 'must name a command' : 'must name one command')
  const { DATABASE_URL, SENDOFF_DATA_DIR } = process.env
  const work = run(values)
  const db = openBeside(readConfig({ DATABASE_URL, SENDOFF_DATA_DIR }))
  try {
    await work(db)
  } finally {
    await db.destroy()
  }
}

type Values = {
  org?: string | undefined
  to?: string | undefined
  id?: string | undefined
  reason?: string | undefined
  days?: string | undefined
  all?: boolean | undefined
  'dry-run'?: boolean | undefined
}

/** The commands: each checks its arguments before the database is opened. */
const commands: Record<string, (values: Values) => (db: Database) => Promise<void>> = {
  start(values) {
    refuseOthers(values, ['org', 'to', 'reason', 'days', 'dry-run'])
    const request = {
      orgId: given(values, 'org'),
      successorId: given(values, 'to'),
      reason: reasonOf(values),
      waitingDays: daysOf(values.days),
    }
    return (db) => (values['dry-run'] ? rehearse(db, request) : start(db, request))
  },
  list(values) {
    refuseOthers(values, ['org', 'all'])
    return (db) => list(db, { orgId: values.org, all: values.all ?? false })
  },
  cancel(values) {
    refuseOthers(values, ['org', 'id', 'reason'])
    const request = { orgId: given(values, 'org'), id: given(values, 'id'), reason: reasonOf(values) }
    return (db) => cancel(db, request)
  },
}

const usage = (message: string) => new Failure(EXIT.usage, `The arguments ${message}. See --help.`)

function refuseOthers(values: Values, known: (keyof Values)[]): void {
  const other = Object.keys(values).find((name) => !known.includes(name as keyof Values))
  if (other) throw usage(`must not have --${other}`)
}

function given(values: Values, name: 'org' | 'to' | 'id' | 'reason'): string {
  const value = values[name]?.trim()
  if (!value) throw usage(`must have --${name}`)
  return value
}

function reasonOf(values: Values): string {
  const reading = readFreeText(given(values, 'reason'))
  if ('fault' in reading) throw usage('must have a --reason without control characters')
  if (reading.value.length > 500) throw usage('must have a --reason of at most 500 characters')
  return reading.value
}

function daysOf(text = '14'): number {
  const days = Number(text)
  if (!/^\d+$/.test(text) || days < 7 || days > 30) throw usage('must have --days as a whole number from 7 to 30')
  return days
}

async function rehearse(db: Database, request: Request): Promise<void> {
  const plan = await planReplacement(db, request)
  if (typeof plan === 'string') throw new Failure(EXIT.refused, plan)
  console.log(`Nothing was changed. After ${request.waitingDays} days ${outcome(plan)}.`)
  console.log(`${plan.administrators} people would be told, and may object.`)
}

async function start(db: Database, request: Request): Promise<void> {
  const asked = await requestReplacement(db, request)
  if (typeof asked === 'string') throw new Failure(EXIT.refused, asked)
  const { id, plan } = asked
  const row = await takenUp(db, request.orgId, id, ({ status }) => status !== 'requested')
  if (row.status !== 'waiting') throw new Failure(EXIT.refused, `${id} was refused: ${row.failure ?? row.status}`)
  console.log(`${id} waits. At ${timestamp(row.effective_at ?? 0)} ${outcome(plan)}.`)
  console.log(`${plan.administrators} people are being told, and may object until then.`)
}

const outcome = ({ successor, founder, organization }: Plan) =>
  `${successor} becomes the founder of ${organization} in place of ${founder}`

async function cancel(db: Database, request: { orgId: string; id: string; reason: string }): Promise<void> {
  const refusal = await requestCancel(db, request)
  if (refusal) throw new Failure(EXIT.refused, refusal)
  const isOver = ({ status }: { status: string }) => status !== 'requested' && status !== 'waiting'
  const { status } = await takenUp(db, request.orgId, request.id, isOver)
  if (status !== 'canceled') throw new Failure(EXIT.refused, `${request.id} had ended before: ${status}`)
  console.log(`${request.id} is canceled; the founder stays.`)
}

/** Waits until a server has done what it was asked for. */
async function takenUp(
  db: Database,
  orgId: string,
  id: string,
  isDone: (row: Awaited<ReturnType<typeof readReplacement>>) => boolean,
) {
  for (const until = performance.now() + PATIENCE; performance.now() < until; await delay(LOOK)) {
    const row = await readReplacement(db, orgId, id)
    if (isDone(row)) return row
  }
  throw new Failure(EXIT.notTakenUp, `${id} is recorded, but no server has taken it up yet. That happens when one runs`)
}

async function list(db: Database, which: { orgId: string | undefined; all: boolean }): Promise<void> {
  const rows = await listReplacementsOf(db, which)
  if (rows.length === 0)
    return console.log(which.all ? 'There are no founder replacements.' : 'No founder replacement waits.')
  for (const row of rows) {
    const at = row.ended_at ?? row.effective_at
    const time = at === null ? '' : `, ${row.ended_at === null ? 'takes effect at' : 'ended at'} ${timestamp(at)}`
    const failure = row.failure === null ? '' : ` (${row.failure})`
    console.log(`${row.replacement_id} of ${row.org_id}: ${row.status}${failure}${time}`)
    console.log(`  ${row.successor_id} in place of ${row.founder_id}`)
  }
}

await main().catch((error: Error & { code?: string }) => {
  const isUsage = error.code?.startsWith('ERR_PARSE_ARGS') ?? false
  const known =
    isUsage || error instanceof Failure || error instanceof ConfigurationError || error.name === 'StoreUnavailable'
  console.error(`The founder can't be replaced: ${known ? error.message : error}`)
  process.exitCode = error instanceof Failure ? error.exitCode : isUsage ? EXIT.usage : EXIT.database
})
