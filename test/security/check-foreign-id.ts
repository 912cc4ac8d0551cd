import { checkAnswer } from '../support/contract/check-answer.ts'
import type { Located } from '../support/contract/operations.ts'
import { type Sent, send } from '../support/contract/send.ts'
import type { World } from '../support/contract/world.ts'
import { query, tablesOf } from '../support/database.ts'
import { must, type Platform } from '../support/platform.ts'
import { changedAt, type IdPlace } from './id-places.ts'

/** The outcomes of requests with a foreign id that are not 404, by `operation place/pointer`. */
export type Exceptions = Record<string, string>

type Options = {
  world: World
  /** A successful request of the operation, with every optional id in it. */
  sound: Sent
  /** The id of another organisation. */
  foreign: unknown
  exceptions: Exceptions
}

/** Operations whose work is accepted and done afterwards, item by item, with the tables in which it is recorded. */
const FAILS_LATER = '202, and the '
const OF_BATCHES = [
  ...['offboarding_batch', 'offboarding_batch_item', 'audit_log', 'due_work'],
  // The event of its end, with its sequence.
  ...['event', 'delivery', 'attempt', 'endpoint_health', 'organization', 'notification'],
]

/**
 * Sends a successful request of an operation, with one id of another organisation in it.
 *
 * @returns what is wrong: an answer that is neither 404 nor listed, one that the contract does not document, any change
 */
export async function checkForeignId(
  platform: Platform,
  operation: Located,
  place: IdPlace,
  { world, sound, foreign, exceptions }: Options,
): Promise<string[]> {
  const at = placeName(operation, place)
  if (foreign === undefined) return [`${at}: there is no ${place.name} of another organisation to try`]
  const sent = withForeign(sound, place, foreign)
  if (!sent) return [`${at}: there is no request that has it`]
  const { right } = await world.callers(operation)
  // Deliveries and due work that the world left behind are done first.
  await platform.advance('PT0S')
  const before = await stored(platform)
  const answer = await send(platform.base, operation, must(right[0]), sent)
  const later = exceptions[at]?.startsWith(FAILS_LATER) ?? false
  if (later) await platform.advance('PT0S')
  const outcome = later ? await outcomeOfItem(platform, answer) : outcomeOf(answer)
  const after = await stored(platform)
  const changed = Object.keys(after).filter((table) => after[table] !== before[table])
  return [
    ...checkAnswer(operation, answer).map((fault) => `${at}: ${fault}`),
    ...(isExpected(outcome, place, exceptions[at]) ? [] : [`${at}: ${outcome}`]),
    ...changed.filter((table) => !later || !OF_BATCHES.includes(table)).map((table) => `${at}: changed ${table}`),
  ]
}

export const placeName = ({ id }: Located, { in: place, pointer }: IdPlace) => `${id} ${place}${pointer}`

function withForeign(sound: Sent, { in: place, pointer }: IdPlace, foreign: unknown): Sent | undefined {
  const name = pointer.slice(1)
  if (place === 'path') return { ...sound, path: { ...sound.path, [name]: String(foreign) } }
  if (place === 'query') return { ...sound, query: [[name, String(foreign)]] }
  const body = changedAt(JSON.parse(sound.body ?? '{}'), pointer, foreign)
  return body === undefined ? undefined : { ...sound, body: JSON.stringify(body) }
}

type Answer = Awaited<ReturnType<typeof send>>

function outcomeOf({ status, text }: Answer): string {
  const body = text === '' ? {} : JSON.parse(text)
  return `${status} ${body.code ?? (body.data?.length === 0 ? 'nothing' : 'and does it')}`
}

async function outcomeOfItem(platform: Platform, { status, text }: Answer): Promise<string> {
  const { batch_id } = JSON.parse(text)
  const statement = `select failure from offboarding_batch_item where batch_id = '${batch_id}'`
  const [item] = await query(platform, statement)
  return item ? `${status}, and the item fails with ${item.failure}` : `${status}, and the batch has no item`
}

/** True for the expected outcome: 404, or an empty list for an id that filters one. */
function isExpected(outcome: string, { in: place }: IdPlace, exception: string | undefined): boolean {
  if (exception !== undefined) return outcome === exception
  return place === 'query' ? outcome === '200 nothing' : /^404 \w+_not_found$/.test(outcome)
}

/** Reads everything that is stored, by table. */
async function stored({ config }: Platform): Promise<Record<string, string>> {
  const tables = await tablesOf({ config })
  const read = async (table: string) => {
    const rows = (await query({ config }, `select * from "${table}"`)).map((row) => JSON.stringify(row))
    return [table, rows.sort().join('\n')] as const
  }
  return Object.fromEntries(await Promise.all(tables.map(read)))
}
