import { describe, expect, test } from 'vitest'
import { type Document, type Operation, readDocument, type Schema } from '../support/contract/document.ts'
import { rules } from './rules.ts'

describe('in openapi.yaml', () => {
  test.each(Object.entries(rules))('%s', (_, rule) => {
    expect(rule(readDocument())).toEqual([])
  })
})

const unlink = (document: Document) => document.paths['/v1.0/organization/unlink']?.post as Operation
const schema = (document: Document, name: string) => document.components.schemas[name] as Schema
const ping = (document: Document) => document.webhooks.ping?.post as Operation
const bodyContent = (operation: Operation) => operation.requestBody?.content['application/json'] as object

/** For each rule, a document that breaks it, and all that the rule has to say of that. */
const broken: [rule: keyof typeof rules, change: (document: Document) => unknown, said: string[]][] = [
  [
    'an operation is named by its resource and what is done',
    (d) => Object.assign(unlink(d), { operationId: 'organization.unlink.now' }),
    ['organization.unlink.now'],
  ],
  [
    'an operation says who may call it; only those of the sandbox and for who cannot sign in yet take no token',
    (d) => delete unlink(d).security,
    ['organization.unlink'],
  ],
  [
    'an operation says who may call it; only those of the sandbox and for who cannot sign in yet take no token',
    (d) => Object.assign(unlink(d), { security: [] }),
    ['organization.unlink'],
  ],
  [
    'an operation takes scopes that its caller may hold',
    (d) => unlink(d).security?.push({ app: ['org:dissolve'] }),
    ['organization.unlink app org:dissolve'],
  ],
  [
    'an operation documents how it refuses',
    (d) => {
      delete unlink(d).responses['403']
      delete unlink(d).responses['413']
    },
    ['organization.unlink 403', 'organization.unlink 413'],
  ],
  [
    'a write takes an Idempotency-Key, a read takes neither that nor a body',
    (d) => delete unlink(d).parameters,
    ['organization.unlink Idempotency-Key'],
  ],
  [
    'a write takes an Idempotency-Key, a read takes neither that nor a body',
    (d) => Object.assign(d.paths['/v1.0/events']?.get as Operation, { requestBody: unlink(d).requestBody }),
    ['events.list'],
  ],
  [
    'a success documents its headers',
    (d) => delete unlink(d).responses['200']?.headers?.['Idempotency-Replayed'],
    ['organization.unlink Idempotency-Replayed'],
  ],
  [
    'a success is JSON, for some lists CSV too, or a stream of events, and a refusal is a problem with a code',
    (d) => Object.assign(unlink(d).responses, { 422: {} }),
    ['organization.unlink 422'],
  ],
  [
    'a success is JSON, for some lists CSV too, or a stream of events, and a refusal is a problem with a code',
    (d) =>
      Object.assign(unlink(d).responses, {
        422: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      }),
    ['organization.unlink 422'],
  ],
  [
    'a text in a request holds no character that a store or a consumer can not take',
    (d) => Object.assign(schema(d, 'WebhookUrl'), { pattern: '^[^\\u0000]*$' }),
    ['webhookEndpoints.create body/url', 'webhookEndpoints.update body/url'],
  ],
  [
    'a request is closed, whatever is inside it',
    (d) => delete schema(d, 'AdvanceClockRequest').anyOf?.[1]?.additionalProperties,
    ['sandbox.advanceClock body/1'],
  ],
  [
    'a request is closed, whatever is inside it',
    (d) => Object.assign(schema(d, 'UnlinkRequest').properties as object, { extra: { properties: {} } }),
    ['organization.unlink body/extra', 'organization.previewUnlink body/extra'],
  ],
  [
    'a request that has a body has to have it, or takes an empty object too',
    (d) => Object.assign(unlink(d).requestBody as object, { required: false }),
    ['organization.unlink'],
  ],
  [
    'a value in a request is no longer or larger than the contract says',
    (d) => Object.assign(schema(d, 'UnlinkRequest').properties as object, { dept_id: { type: 'integer', minimum: 1 } }),
    ['organization.unlink body/dept_id', 'organization.previewUnlink body/dept_id'],
  ],
  [
    'a value in a request is no longer or larger than the contract says',
    (d) => Object.assign(schema(d, 'Phone'), { maxLength: undefined, pattern: '^\\+[1-9]\\d+$' }),
    [
      'departures.restore body/phone',
      'members.create body/phone',
      'members.changeAddress body/phone',
      'me.changeAddress body/phone',
      'accounts.register body/phone',
      'verificationCodes.create body/phone',
      'recovery.create body/phone',
    ],
  ],
  [
    'an answer is open, whatever is inside it',
    (d) => Object.assign(schema(d, 'UnlinkResult'), { additionalProperties: false }),
    ['organization.unlink 200'],
  ],
  [
    'an event is open, whatever is inside it',
    (d) => Object.assign(schema(d, 'PingEvent'), { unevaluatedProperties: false }),
    ['ping'],
  ],
  [
    'an event says its own type',
    (d) => Object.assign(schema(d, 'PingEvent').properties?.type as Schema, { enum: ['pong'] }),
    ['ping'],
  ],
  [
    'an event is read with a scope that an app may hold',
    (d) => Object.assign(ping(d), { 'x-read-scope': 'account:read' }),
    ['ping'],
  ],
  [
    'every event is one of Event, and EventType names it',
    (d) => schema(d, 'EventType').enum?.splice(0, 1),
    [expect.stringMatching(/^EventType organization\.association\.invited /)],
  ],
  [
    'every event is one of Event, and EventType names it',
    (d) => schema(d, 'Event').oneOf?.splice(0, 1),
    ['oneOf #/components/schemas/OrganizationAssociationInvitedEvent'],
  ],
  [
    'every scope is one that an app or a person may hold',
    (d) => schema(d, 'Scope').enum?.push('org:read:all'),
    ['Scope org:read:all'],
  ],
  [
    'an answer, a parameter or a long example that stands in several places is a reference',
    (d) => Object.assign(unlink(d).responses, { 404: d.components.responses.AssociationNotFound }),
    ['organization.unlink 404 = AssociationNotFound'],
  ],
  [
    'an answer, a parameter or a long example that stands in several places is a reference',
    (d) => Object.assign(unlink(d), { parameters: [d.components.parameters.IdempotencyKey] }),
    ['organization.unlink Idempotency-Key = IdempotencyKey'],
  ],
  [
    'an answer, a parameter or a long example that stands in several places is a reference',
    (d) => Object.assign(bodyContent(ping(d)), { example: d.components.examples.MemberDepartedEvent?.value }),
    ['onPing example = MemberDepartedEvent'],
  ],
  [
    'the operations stand in the order of the tags, those of a tag together',
    (d) => d.tags.unshift(...d.tags.splice(1, 1)),
    ['scheduledUnlinks, not organization'],
  ],
  [
    'the operations stand in the order of the tags, those of a tag together',
    (d) => Object.assign(unlink(d), { tags: ['members'] }),
    ['organization, not members'],
  ],
  [
    'the events stand in one order wherever they are listed',
    (d) => schema(d, 'EventType').enum?.reverse(),
    ['organization.association.invited, not ping'],
  ],
  [
    'an answer that is named like a schema is that schema alone, because generators give both one name',
    (d) => Object.assign(d.components.responses, { AppNotFound: d.components.responses.Forbidden }),
    ['AppNotFound'],
  ],
  [
    'a constant is an enumeration of one, because not every generator knows `const`',
    (d) => Object.assign(schema(d, 'ApiVersion'), { const: '1.0' }),
    ['ApiVersion'],
  ],
  [
    'an enumeration has no null, which is an alternative of its own',
    (d) => Object.assign(schema(d, 'ReasonCode'), { enum: ['other', null] }),
    ['ReasonCode'],
  ],
  [
    'an event is one object, because validators of unions look for its type there',
    (d) => Object.assign(schema(d, 'PingEvent'), { allOf: [{}] }),
    ['PingEvent'],
  ],
  [
    'an operation names the status of each refusal, because `default` would be a type for every status',
    (d) => Object.assign(unlink(d).responses, { default: d.components.responses.InternalError }),
    ['organization.unlink'],
  ],
]

describe('a document is rejected if it violates that', () => {
  test.each(broken)('%s, the rule reports exactly this', (rule, change, said) => {
    const document = readDocument()
    change(document)
    expect(rules[rule]?.(document)).toEqual(said)
  })

  test('every rule has one that it reports', () => {
    expect([...new Set(broken.map(([rule]) => rule))].toSorted()).toEqual(Object.keys(rules).toSorted())
  })
})
