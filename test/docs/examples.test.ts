import { describe, expect, test } from 'vitest'
import { problems } from '../../packages/server/src/http/problems.ts'
import { sentenceOf } from '../../packages/server/src/texts/sentence.ts'
import { texts } from '../../packages/server/src/texts/texts.ts'
import type { Media } from '../../scripts/contract/document.ts'
import { type Located, located } from '../../scripts/contract/operations.ts'
import { problemSchemas } from '../../scripts/contract/problems.ts'
import { exampleOf, requestExample, responseExamples } from '../../scripts/reference/examples.ts'
import { sdkSample } from '../../scripts/reference/sdk-sample.ts'
import { dereference, readDocument } from '../support/contract/document.ts'
import { operationsOf } from '../support/contract/operations.ts'
import { useWorld } from '../support/contract/use-world.ts'
import { validateAnswer } from '../support/contract/validate.ts'
import { soundRequests } from '../support/contract/world.ts'
import { placed } from './placed.ts'
import { runSample } from './run-sample.ts'

const document = dereference(readDocument())
const operations = new Map(operationsOf(document).map((one) => [one.id, one]))
const byId = (all: Located[]) => all.map((one) => [one.described.id, one] as const)

/** The outcome of an example that depends on earlier steps of its own story: its preview is for another member. */
const REFUSED: Record<string, string> = { 'offboardings.create': 'preview_stale ""' }

/** Operations that end things which other examples need. */
const LAST = [
  'dissolution.request',
  'organization.unlink',
  'organization.update',
  'leave.create',
  'me.changeAddress',
  'me.deregister',
  'organization.setPolicies',
  'organization.transferFounder',
  'me.changePassword',
  'sandbox.reset',
  'sandbox.advanceClock',
]

describe('the sample of an operation sends the example, and succeeds with the ids of a running server', () => {
  const { platform, world } = useWorld()

  const called = located
    .filter(({ described }) => !described.streamed)
    .toSorted((a, b) => LAST.indexOf(a.described.id) - LAST.indexOf(b.described.id))
  test.each(byId(called))('%s', async (id, one) => {
    const operation = operations.get(id)
    if (!operation) throw new Error(`${id} is not in the contract`)
    const example = requestExample(one)
    const instead = placed(example, world().hints(id), soundRequests(world(), id)[0])
    const { right } = await world().callers(operation)
    const { seen, came } = await runSample(sdkSample(one), {
      base: platform().base,
      token: right[0]?.authorization?.replace('Bearer ', ''),
      place: () => ({ path: pathOf(one, instead.path), body: instead.body }),
    })
    expect(seen).toEqual({
      method: one.described.method,
      path: pathOf(one, example.path),
      query: Object.entries(example.query).map(([name, value]) => [name, String(value)]),
      ...('body' in example && { body: example.body }),
    })
    expect(came).toBe(REFUSED[id] ?? 'success')
  })
})

const pathOf = ({ path }: Located, values: Record<string, unknown>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name]))

describe('the examples of the contract are real answers of a server', () => {
  test.each(byId(located))('as the answer of %s', (_, one) => {
    const answers = responseExamples(one)
    expect(answers.length).toBeGreaterThan(0)
    for (const { status, type, example } of answers) {
      const schema = operations.get(one.described.id)?.responses[status]?.content?.[type ?? '']?.schema
      if (schema) expect(validateAnswer(schema, example)).toEqual([])
    }
  })

  test.each([...problemSchemas])('as the problem %s', (code, { examples = [] }) => {
    const { status, remediation } = problems[code as keyof typeof problems]
    const { title } = texts.en.problems[code as keyof typeof problems]
    expect(examples).toHaveLength(1)
    const detail = sentenceOf(code as keyof typeof problems, examples[0] as object, 'en')
    expect(examples[0]).toMatchObject({ code, status, title, detail })
    expect((examples[0] as { remediation?: { action: string } }).remediation?.action).toBe(remediation)
  })

  test.each(Object.entries(document.webhooks))('as the event %s', (type, { post }) => {
    const media = post.requestBody?.content['application/json'] as Media
    const example = exampleOf(media, `the event ${type}`)
    expect(example).toMatchObject({ type })
    expect(validateAnswer(media.schema, example)).toEqual([])
  })
})
