import { describe, expect, test } from 'vitest'
import { dereference, readDocument } from '../support/contract/document.ts'
import { type Located, operationsOf } from '../support/contract/operations.ts'
import { useWorld } from '../support/contract/use-world.ts'
import { type Answered, type Asked, type Fault, startBroken } from './broken-server.ts'
import { checkOperation } from './check.ts'

const operations = operationsOf(dereference(readDocument()))

/** A fault that a server could have, and what the net has to say of it. */
type Control = [what: string, operation: string, fault: Fault, said: RegExp]

const json = (text: string) => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const refuses = ({ headers }: Asked): Answered => ({
  status: 400,
  headers: new Headers({
    'content-type': 'application/problem+json',
    'x-request-id': String(headers['x-request-id'] ?? 'a'),
  }),
  body: JSON.stringify({
    type: 'http://localhost/problems/invalid_request',
    title: '-',
    status: 400,
    detail: '-',
    code: 'invalid_request',
    request_id: 'a',
    errors: [{ in: 'body', pointer: '/to', detail: '-' }],
  }),
})
const withBody = (asked: Asked, body: object) => ({ ...asked, body: JSON.stringify(body) })
const changed = (answered: Answered, change: (body: any) => object): Answered => {
  const body = json(answered.body)
  return body === undefined ? answered : { ...answered, body: JSON.stringify(change(body)) }
}

const controls: Control[] = [
  [
    'drops unknown members of a body',
    'organization.previewUnlink',
    {
      asked: (asked) => {
        const body = json(asked.body)
        if (typeof body !== 'object' || body === null || Array.isArray(body)) return asked
        const known = ['dept_id', 'associated_org_id', 'reason_code', 'reason_text']
        return withBody(asked, Object.fromEntries(Object.entries(body).filter(([name]) => known.includes(name))))
      },
    },
    /previewUnlink answers \d+ .*where the contract refuses the body/,
  ],
  [
    'drops unknown parameters of a query',
    'organization.get',
    { asked: (asked) => ({ ...asked, url: asked.url.replace(/\?.*/, '') }) },
    /organization\.get answers \d+ .*where the contract refuses the query/,
  ],
  [
    'reads the body before it knows who calls',
    'organization.previewUnlink',
    { asked: (asked) => (json(asked.body) === undefined ? refuses(asked) : asked) },
    /answers 400 invalid_request to .*, not 40[13]/,
  ],
  [
    'forgets the scope',
    'associations.list',
    {
      answered: (answered) =>
        answered.status === 403 ? { ...answered, status: 200, body: '{"data":[],"next_cursor":null}' } : answered,
    },
    /answers 200 to an app without the scope, not 403 scope_missing/,
  ],
  [
    'refuses a text that is just not too long',
    'organization.previewUnlink',
    {
      asked: (asked) => (String(json(asked.body)?.reason_text ?? '').length > 499 ? refuses(asked) : asked),
    },
    /previewUnlink refuses what the contract accepts/,
  ],
  [
    'knows no times but in UTC',
    'sandbox.advanceClock',
    { asked: (asked) => (/[+-]\d\d:\d\d$/.test(json(asked.body)?.to) ? refuses(asked) : asked) },
    /advanceClock answers 400, and the request was right/,
  ],
  [
    'says that another part of the request is wrong',
    'events.list',
    {
      answered: (answered) =>
        changed(answered, ({ errors, ...body }) => ({
          ...body,
          ...(errors && { errors: errors.map((error: object) => ({ ...error, in: 'path' })) }),
        })),
    },
    /events\.list refuses the path where the contract refuses the query/,
  ],
  [
    'answers with a status that is not documented',
    'organization.get',
    { answered: (answered) => ({ ...answered, status: answered.status === 200 ? 203 : answered.status }) },
    /organization\.get answers 203, which is not documented/,
  ],
  [
    'leaves out a member that must be there',
    'organization.get',
    { answered: (answered) => changed(answered, ({ created_at: _, ...body }) => body) },
    /organization\.get body must have required property 'created_at'/,
  ],
  [
    'answers null where the contract has no null',
    'associations.list',
    { answered: (answered) => changed(answered, (body) => ({ ...body, ...(body.data && { data: null }) })) },
    /associations\.list body\/data must be array/,
  ],
  [
    'writes a time without milliseconds',
    'sandbox.getClock',
    { answered: (answered) => changed(answered, (body) => ({ ...body, now: '2026-11-22T08:00:00Z' })) },
    /sandbox\.getClock body\/now must match format "date-time"/,
  ],
  [
    'answers with a problem of another operation',
    'associations.get',
    {
      answered: (answered) =>
        changed(answered, (body) => ({ ...body, ...(body.status === 404 && { code: 'event_not_found' }) })),
    },
    /associations\.get body\/code must be equal to one of the allowed values/,
  ],
  [
    'sends a problem as plain JSON',
    'events.get',
    {
      answered: (answered) => {
        if (answered.status >= 400) answered.headers.set('content-type', 'application/json')
        return answered
      },
    },
    /events\.get is application\/json and not application\/problem\+json/,
  ],
  [
    'forgets the X-Request-Id',
    'webhookEndpoints.list',
    {
      answered: (answered) => {
        answered.headers.delete('x-request-id')
        return answered
      },
    },
    /webhookEndpoints\.list has no X-Request-Id/,
  ],
  [
    'breaks on what it did not expect',
    'deliveries.get',
    { asked: (asked) => (/%/.test(asked.url) ? { ...refuses(asked), status: 500 } : asked) },
    /deliveries\.get answers 500: the server made a mistake/,
  ],
]

describe('the net reports a server that', { timeout: 120_000 }, () => {
  const { platform, world } = useWorld()

  test.each(controls)('%s', async (_, id, fault, said) => {
    const base = await startBroken(platform().base, fault)
    const operation = operations.find((one) => one.id === id) as Located
    const { failure } = await checkOperation(operation, { base, world: world(), runs: 40, shrink: false })
    expect(failure).toMatch(said)
  })

  test('has no fault: nothing', async () => {
    const base = await startBroken(platform().base, {})
    const operation = operations.find(({ id }) => id === 'organization.previewUnlink') as Located
    expect((await checkOperation(operation, { base, world: world(), runs: 40 })).failure).toBeUndefined()
  })
})
