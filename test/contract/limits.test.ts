import { describe, expect, test } from 'vitest'
import type { Caller } from '../support/contract/callers.ts'
import { type Answer, checkAnswer } from '../support/contract/check-answer.ts'
import { dereference, readDocument } from '../support/contract/document.ts'
import { type Located, operationsOf } from '../support/contract/operations.ts'
import { type Sent, send } from '../support/contract/send.ts'
import { useWorld } from '../support/contract/use-world.ts'
import { soundRequests } from '../support/contract/world.ts'

// Requests that are not generated: too large, of another method, not encoded, or with a repeated parameter.

const operations = operationsOf(dereference(readDocument()))
const named = (some: Located[]) => some.map((one) => [one.id, one] as const)

const { platform, world } = useWorld()

async function ask(operation: Located, change: (sound: Sent) => Partial<Sent>): Promise<Answer> {
  const [sound] = soundRequests(world(), operation.id)
  const { right } = await world().callers(operation)
  return send(platform().base, operation, right[0] as Caller, { ...sound, ...change(sound) })
}

const codeOf = ({ text }: Answer) => JSON.parse(text).code

describe('a body of more than 1 MiB', () => {
  test.each(named(operations.filter(({ method }) => method !== 'GET')))('is too large for %s', async (_, operation) => {
    const answer = await ask(operation, () => ({ body: JSON.stringify('a'.repeat(1024 * 1024)) }))
    expect(checkAnswer(operation, answer)).toEqual([])
    expect(codeOf(answer)).toBe('payload_too_large')
  })
})

describe('a parameter that is given twice', () => {
  const parameters = operations.flatMap((one) => Object.keys(one.takes.query.properties).map((name) => ({ one, name })))
  const value = (name: string) => ({ types: 'ping', after: '1', limit: '1' })[name] ?? 'a'

  test.each(parameters.map(({ one, name }) => [one.id, name, one] as const))(
    'is refused by %s: %s',
    async (_, name, operation) => {
      const answer = await ask(operation, () => ({ query: [name, name].map((twice) => [twice, value(name)]) }))
      expect(checkAnswer(operation, answer)).toEqual([])
      expect(answer.status).toBe(400)
    },
  )
})

describe('a path', () => {
  const withParameters = operations.filter(({ path }) => path.includes('{'))
  test.each(named(withParameters))('that is not encoded as RFC 3986 says is refused by %s', async (_, operation) => {
    for (const text of ['%', '%FF', '%E0%A4', '%zz']) {
      const path = operation.path.replace(/\{\w+\}/, text)
      const answer = await ask({ ...operation, path }, () => ({}))
      expect(checkAnswer(operation, answer)).toEqual([])
      expect(codeOf(answer)).toBe('invalid_request')
    }
  })

  test.each([...new Set(operations.map(({ path }) => path))])(
    'names its methods to one that it has not: %s',
    async (path) => {
      const there = operations.filter((one) => one.path === path)
      // A path may also fit another one's parameter, as /offboardings/preview does.
      const fits = operations.filter((one) => new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
      const method = ['PATCH', 'PUT', 'DELETE'].find((other) => fits.every((one) => one.method !== other)) as string
      const response = await fetch(platform().base + path.replaceAll(/\{\w+\}/g, 'a'), { method, body: '{' })
      expect(response.status).toBe(405)
      const allowed = there.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
      expect(response.headers.get('allow')?.split(', ').toSorted()).toEqual(allowed.toSorted())
      const answer = { status: 405, headers: response.headers, text: await response.text() }
      for (const { responses, ...rest } of there) {
        const other = { ...rest, responses }
        expect(checkAnswer(other, answer)).toEqual([])
      }
    },
  )
})
