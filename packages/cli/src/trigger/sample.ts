import { readFileSync } from 'node:fs'
import type { Event, EventOf, EventType } from '@sendoff/sdk'
import { testEvent } from '@sendoff/sdk/webhooks/testing'
import { usage } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'
import { samples } from './samples.gen.ts'

/** One change of a sample: the path of a member, and its value. */
export type Change = { readonly path: readonly string[]; readonly value: unknown }

/**
 * Makes an event of a type that never happened, with the data of the contract's example.
 *
 * @param options `data` replaces the data; `changes` set single members afterwards
 * @throws {Failure} exit 2 for data that can't be read and for a path through something other than an object or a list
 */
export function sampleOf(
  type: EventType,
  { data, changes }: { readonly data?: string | undefined; readonly changes: readonly Change[] },
  texts: Texts,
): Event {
  const given = data === undefined ? structuredClone(samples[type]) : readData(data, texts)
  const event = testEvent(type, given as EventOf<typeof type>['data']) as Event
  for (const change of changes) set(event, change, texts)
  return event
}

/** Reads `path=value`; the value is JSON, or else text. */
export const changeIn =
  (texts: Texts) =>
  (given: string): Change => {
    const [, path, value = ''] = /^([\w-]+(?:\.[\w-]+)*)=(.*)$/s.exec(given) ?? []
    const steps = path?.split('.') ?? []
    if (steps.length === 0 || steps.some((step) => step === '__proto__')) throw new Error(texts.trigger.wrongSet)
    return { path: steps, value: parsed(value) ?? value }
  }

/** Reads JSON. @returns `undefined` for other text */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readData(given: string, texts: Texts): object {
  let text = given
  if (given.startsWith('@')) {
    try {
      text = readFileSync(given.slice(1), 'utf8')
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      throw usage(texts.batch.unreadable(given.slice(1), why), { flag: '--data' })
    }
  }
  const data = parsed(text)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw usage(texts.trigger.wrongData, { flag: '--data' })
  }
  return data
}

function set(event: object, { path, value }: Change, texts: Texts): void {
  let at = event as Record<string, unknown>
  for (const step of path.slice(0, -1)) {
    if (!Object.hasOwn(at, step)) at[step] = {}
    const next = at[step]
    if (typeof next !== 'object' || next === null)
      throw usage(texts.trigger.noMember(path.join('.')), { flag: '--set' })
    at = next as Record<string, unknown>
  }
  at[path.at(-1) ?? ''] = value
}
