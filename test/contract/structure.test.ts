import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { requests, unlinkRequest } from '../../packages/server/src/web/requests.gen.ts'
import { ZodSource } from '../../scripts/packages/zod-source.ts'
import { type Document, dereference, readDocument, type Schema } from '../support/contract/document.ts'
import { type Located, operationsOf } from '../support/contract/operations.ts'
import { differences } from './compare.ts'

const operations = operationsOf(dereference(readDocument()))
const requestOf = (id: string) => requests[id as keyof typeof requests]

describe('the schemas of the server', () => {
  test.each(operations.map((one) => [one.id, one] as const))('say of %s what the contract says', (id, operation) => {
    expect(differences(operation, requestOf(id))).toEqual([])
  })

  test('are of the operations of the contract and of no other', () => {
    expect(Object.keys(requests).toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
  })
})

/** A change of the contract that the server did not follow, and all that the comparison has to say of it. */
type Drift = [what: string, change: (document: Document) => void, said: unknown[]]

const schema = (document: Document, name: string) => document.components.schemas[name] as Schema
/** A schema that others share, as the own one of a member that takes it. */
function own(document: Document, name: string, member: string): Schema {
  const properties = schema(document, name).properties as Record<string, Schema>
  const shared = schema(document, String(properties[member]?.$ref).replace('#/components/schemas/', ''))
  const copy = structuredClone(shared)
  properties[member] = copy
  return copy
}
const inUnlinks = (difference: string) => [
  `organization.unlink body/${difference}`,
  `organization.previewUnlink body/${difference}`,
]
const inTexts = (difference: RegExp) => [
  expect.stringMatching(new RegExp(`^organization.unlink body/reason_text/${difference.source}`)),
  expect.stringMatching(new RegExp(`^organization.previewUnlink body/reason_text/${difference.source}`)),
]

const drifts: Drift[] = [
  ['nothing when nothing drifted', () => {}, []],
  [
    'a length',
    (d) => Object.assign(own(d, 'UnlinkRequest', 'reason_text'), { maxLength: 501 }),
    inTexts(/maxLength: 501, not 500$/),
  ],
  [
    'a pattern',
    (d) => Object.assign(own(d, 'UnlinkRequest', 'reason_text'), { pattern: '^a' }),
    inTexts(/pattern: "\^a", not "/),
  ],
  [
    'a bound, to the last digit',
    (d) => Object.assign(own(d, 'UnlinkRequest', 'dept_id'), { maximum: 9007199254740990 }),
    inUnlinks('dept_id/maximum: 9007199254740990, not 9007199254740991'),
  ],
  [
    'a value of an enumeration',
    (d) => Object.assign(schema(d, 'EventType'), { enum: ['ping'] }),
    [
      expect.stringMatching(/^events\.list query\/types\/\*\/anyOf\/0\/enum: \["ping"\], not \[/),
      expect.stringMatching(/^events\.stream query\/types\/\*\/anyOf\/0\/enum: \["ping"\], not \[/),
      expect.stringMatching(/^webhookEndpoints\.create body\/event_types\/\*\/anyOf\/0\/enum: \["ping"\], not \[/),
      expect.stringMatching(
        /^webhookEndpoints\.update body\/event_types\/anyOf\/0\/\*\/anyOf\/0\/enum: \["ping"\], not \[/,
      ),
      expect.stringMatching(/^webhookEndpoints\.listDeliveries query\/event_type\/enum: \["ping"\], not \[/),
    ],
  ],
  [
    'a body that is open',
    (d) => delete schema(d, 'UnlinkRequest').additionalProperties,
    inUnlinks('additionalProperties: nothing, not false'),
  ],
  [
    'a member that must be there',
    (d) => Object.assign(schema(d, 'UnlinkRequest'), { required: ['dept_id'] }),
    inUnlinks('required: ["dept_id"], not ["associated_org_id","dept_id"]'),
  ],
  [
    'a member, also one with the name of an annotation',
    (d) => delete schema(d, 'CreateWebhookEndpointRequest').properties?.description,
    ['webhookEndpoints.create body/description: nothing, not a schema'],
  ],
  [
    'a format',
    (d) => delete schema(d, 'AdvanceClockRequest').anyOf?.[0]?.properties?.to?.format,
    ['sandbox.advanceClock body/anyOf/0/to/format: nothing, not "date-time"'],
  ],
  [
    'an alternative',
    (d) => schema(d, 'AdvanceClockRequest').anyOf?.pop(),
    ['sandbox.advanceClock body/anyOf/1: nothing, not a schema'],
  ],
  [
    'a value that may no longer be null',
    (d) => Object.assign(schema(d, 'UpdateMemberRequest').properties as object, { manager_id: schema(d, 'Id') }),
    expect.arrayContaining(['members.update body/manager_id/anyOf/0: nothing, not a schema']) as never,
  ],
  [
    'a parameter',
    (d) => d.paths['/v1.0/associations']?.get?.parameters?.pop(),
    ['associations.list query/type: nothing, not a schema'],
  ],
  [
    'a body',
    (d) => delete d.paths['/v1.0/sandbox/user-tokens']?.post?.requestBody,
    ['sandbox.createUserToken body: nothing, not a schema'],
  ],
]

describe('the comparison', () => {
  test.each(drifts)('reports %s', (_, change, said) => {
    const document = readDocument()
    change(document)
    const report = operationsOf(dereference(document)).flatMap((one) =>
      differences(one, requestOf(one.id)).map((difference) => `${one.id} ${difference}`),
    )
    // A pattern beside a format is zod's own and is compared once the format is gone.
    expect(report.filter((line) => !line.includes('body/anyOf/0/to/pattern'))).toEqual(said)
  })

  test('reports a server that strips unknown members, and one that lets them through', () => {
    const { path, query } = requests['organization.unlink']
    const body = unlinkRequest
    const operation = operations.find(({ id }) => id === 'organization.unlink') as Located
    const said = (schema: z.ZodType) => differences(operation, { path, query, body: schema })
    expect(said(body)).toEqual([])
    expect(said(z.object(body.shape))).toEqual(['body/additionalProperties: false, not nothing'])
    expect(said(z.looseObject(body.shape))).toEqual(['body/additionalProperties: false, not {}'])
  })
})

/** A schema that the generator has no zod schema for, and its complaint. */
const untranslatable: [what: string, schema: object, complaint: RegExp][] = [
  ['a keyword it does not know', { type: 'string', contentEncoding: 'base64' }, /does not know contentEncoding/],
  [
    'a keyword that has no meaning for the type',
    { type: 'integer', minimum: 1, maxLength: 3 },
    /does not know maxLength/,
  ],
  ['a constraint beside a reference', { $ref: '#/components/schemas/Id', maxLength: 3 }, /does not know maxLength/],
  ['a format it does not know', { type: 'string', format: 'uuid' }, /format uuid/],
  ['a type it does not know', { type: 'number' }, /can't be of type number/],
  ['an object that is open', { type: 'object', properties: {} }, /takes no unknown members/],
  ['a list of anything', { type: 'array', maxItems: 3 }, /a list without items/],
]

describe('the generator of request schemas drops nothing: it refuses', () => {
  test.each(untranslatable)('%s', (_, one, complaint) => {
    expect(() => new ZodSource().schema(one, 'body/a')).toThrow(complaint)
    expect(() => new ZodSource().schema(one, 'body/a')).toThrow(/^body\/a: /)
  })
})
