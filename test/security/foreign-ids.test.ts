import { beforeAll, describe, expect, test } from 'vitest'
import { type Document, dereference, readDocument } from '../support/contract/document.ts'
import { type Located, operationsOf } from '../support/contract/operations.ts'
import { request } from '../support/contract/request.ts'
import type { Sent } from '../support/contract/send.ts'
import { useWorld } from '../support/contract/use-world.ts'
import { must } from '../support/platform.ts'
import { checkForeignId, type Exceptions, placeName } from './check-foreign-id.ts'
import { createForeign } from './foreign.ts'
import { changedAt, type IdPlace, idPlacesOf } from './id-places.ts'

/** Places where another organisation's id is not a secret, because the operation is about that organisation. */
const NAMES_ANOTHER = [
  'associationInvitations.create body/associated_org_id',
  'associationBlocks.create body/associated_org_id',
  'membershipBlocks.create body/org_id',
]

/** Places where the contract documents another refusal than 404, for example of a value that does not fit the rest of the body. */
const EXCEPTIONS: Exceptions = {
  'organization.unlink body/dept_id': '422 association_dept_mismatch',
  'organization.previewUnlink body/dept_id': '422 association_dept_mismatch',
  'organization.setLeavePolicy body/fallback_recipient_id': '400 recipient_invalid',
  'organization.setPolicies body/fallback_recipient_id': '400 recipient_invalid',
  'organization.setPolicies body/instant_leave_dept_ids/*': '400 invalid_request',
  'departments.create body/parent_dept_id': '400 invalid_request',
  'departments.create body/head_id': '400 invalid_request',
  'departments.update body/parent_dept_id': '400 invalid_request',
  'departments.update body/head_id': '400 invalid_request',
  'associationInvitations.create body/dept_id': '400 invalid_request',
  'associationInvitations.accept body/dept_id': '400 invalid_request',
  'members.create body/dept_ids/*': '400 invalid_request',
  'members.create body/manager_id': '400 invalid_request',
  'members.update body/dept_ids/*': '400 invalid_request',
  'members.update body/manager_id': '400 invalid_request',
  'members.changeAddress body/verification_id': '403 code_invalid',
  'me.changeAddress body/verification_id': '403 code_invalid',
  'resources.upsert body/resources/*/owner_id': '400 invalid_request',
  ...ofHandover('leave.create body', '400 '),
  ...ofHandover('leave.preview body', '400 '),
  ...ofHandover('offboardings.preview body', '400 '),
  ...ofHandover('offboardings.create body', '400 '),
  'offboardings.create body/preview_id': '409 preview_stale',
  'offboardings.preview body/successor_id': '400 invalid_request',
  'offboardings.create body/successor_id': '400 invalid_request',
  'offboardings.update body/successor_id': '400 invalid_request',
  'offboardingBatches.create body/items/*/successor_id': '202, and the item fails with invalid_request',
  ...ofHandover('offboardings.update body', '400 '),
  'offboardingBatches.create body/items/*/account_id': '202, and the item fails with member_not_found',
  ...ofHandover('offboardingBatches.create body/items/*', '202, and the item fails with '),
  'offboardingBatches.create body/items/*/preview_id': '202, and the item fails with preview_stale',
  'offboardingBatches.createByFilter body/filter/dept_ids/*': '400 invalid_request',
  'offboardingBatches.createByFilter body/filter/manager_ids/*': '400 invalid_request',
  'offboardingBatches.createByFilter body/filter/external_ids/*': '202, and the batch has no item',
  'offboardingBatches.createByFilter body/filter/account_ids/*': '202, and the batch has no item',
  'offboardingBatches.createByFilter body/handover/recipient_id': '400 recipient_invalid',
  'offboardingBatches.createByFilter body/handover/by_kind/*/recipient_id': '400 recipient_invalid',
  'scheduledUnlinks.create body/dept_id': '422 association_dept_mismatch',
  'departures.handOver body/recipient_id': '400 recipient_invalid',
  'departures.handOver body/by_kind/*/recipient_id': '400 recipient_invalid',
  'departures.handOver body/by_resource/*/resource_id': '400 invalid_request',
  'departures.handOver body/by_resource/*/recipient_id': '400 recipient_invalid',
  'departures.restore body/dept_ids/*': '400 invalid_request',
  'me.markNotificationsRead body/notification_ids/*': '200 and does it',
  'webhookEndpoints.recover body/after_event_id': '400 invalid_request',
  'webhookEndpoints.list query/app_id': '404 app_not_found',
}

function ofHandover(at: string, refused: string): Exceptions {
  return {
    [`${at}/handover/recipient_id`]: `${refused}recipient_invalid`,
    [`${at}/handover/by_kind/*/recipient_id`]: `${refused}recipient_invalid`,
    [`${at}/handover/by_resource/*/resource_id`]: `${refused}invalid_request`,
    [`${at}/handover/by_resource/*/recipient_id`]: `${refused}recipient_invalid`,
  }
}

/** Optional members of requests, so that each of the ids in them can be another organisation's. */
function optionalIds(recipient_id: string, owner: string, resource_id: string): Record<string, object> {
  const choice = { action: 'transfer', recipient_id }
  const handover = {
    recipient_id,
    by_kind: [{ kind: 'document', ...choice }],
    by_resource: [{ resource_id, ...choice }],
  }
  return {
    'leave.create': { handover },
    'leave.preview': { handover },
    // The owner of the resource.
    'offboardings.preview': { handover, account_id: owner, successor_id: recipient_id },
    'offboardings.create': { handover, successor_id: recipient_id },
    'offboardings.create body/preview_id': { preview_id: 'ofp_none' },
    'offboardings.update': { handover, successor_id: recipient_id },
    'offboardingBatches.create': { items: [{ handover, successor_id: recipient_id }] },
    'offboardingBatches.createByFilter': { handover: { recipient_id, by_kind: handover.by_kind } },
    'offboardingBatches.createByFilter body/filter/external_ids/*': { filter: { external_ids: ['E-1'] } },
    'offboardingBatches.create body/items/*/preview_id': { items: [{ preview_id: 'ofp_none' }] },
    'departures.handOver': {
      by_kind: [{ kind: 'document', recipient_id }],
      by_resource: [{ resource_id, recipient_id }],
    },
    'members.update': { manager_id: recipient_id },
    'webhookEndpoints.create': { app_id: 'app_none' },
  }
}

const hasPlace = ({ body }: Sent, place: IdPlace) =>
  place.in === 'body' && changedAt(JSON.parse(body ?? '{}'), place.pointer, '') !== undefined

const cases = (document: Document) =>
  operationsOf(dereference(document))
    // Operations without a token belong to no organisation: the sandbox, and people who can't sign in yet.
    .filter(({ security = [] }) => security.length > 0)
    .flatMap((operation) => idPlacesOf(operation).map((place) => [operation, place] as const))
    .filter(([operation, place]) => !NAMES_ANOTHER.includes(placeName(operation, place)))

describe("another organisation's id, wherever an operation takes one", { timeout: 120_000 }, () => {
  const { platform, world, quiet } = useWorld()
  let foreign: Record<string, unknown>
  let optional: Record<string, object>
  beforeAll(async () => {
    // Associated with none of the demo's first.
    foreign = await createForeign(platform(), platform().organization(3).org_id)
    const hints = world().hints('resources.get')
    const [spare, founder] = must(hints.account_id).map(String)
    optional = optionalIds(must(founder), must(spare), String(must(hints.resource_id)[0]))
    await quiet()
  }, 120_000)

  const soundOf = (operation: Located, place: IdPlace): Sent => {
    const requests = world().sound[operation.id] ?? []
    const sound = requests.find((one) => hasPlace(one, place)) ?? requests[0] ?? request({})
    const more = optional[placeName(operation, place)] ?? optional[operation.id]
    return more ? { ...sound, body: JSON.stringify(merged(JSON.parse(sound.body ?? '{}'), more)) } : sound
  }
  const check = (operation: Located, place: IdPlace, more: { foreign?: unknown; exceptions?: Exceptions } = {}) =>
    checkForeignId(platform(), operation, place, {
      world: world(),
      sound: soundOf(operation, place),
      foreign: foreign[place.name],
      exceptions: EXCEPTIONS,
      ...more,
    })

  test.each(cases(readDocument()).map((one) => [placeName(...one), ...one] as const))(
    '%s: is refused, and nothing changed',
    async (_, operation, place) => {
      expect(await check(operation, place)).toEqual([])
    },
  )

  const at = (name: string, document = readDocument()) =>
    must(cases(document).find((one) => placeName(...one) === name))
  const own = (name: string) => must(world().hints('members.get')[name])[0]

  test('the check reports an id that is found, and a change by a request', async () => {
    expect(await check(...at('members.get path/account_id'), { foreign: own('account_id') })).toEqual([
      'members.get path/account_id: 200 and does it',
    ])
    const said = await check(...at('members.setRole path/account_id'), { foreign: own('account_id') })
    expect(said).toContain('members.setRole path/account_id: 200 and does it')
    expect(said).toContain('members.setRole path/account_id: changed account')
  })

  test('the check reports an outdated exception, and a refusal that the contract does not document', async () => {
    const [operation, place] = at('members.get path/account_id')
    const exceptions = { 'members.get path/account_id': '400 invalid_request' }
    expect(await check(operation, place, { exceptions })).toEqual(['members.get path/account_id: 404 member_not_found'])
    const { 404: _, ...responses } = operation.responses
    expect(await check({ ...operation, responses }, place)).toEqual([
      'members.get path/account_id: answers 404, which is not documented',
    ])
  })

  test('the check reports an operation that takes a new kind of id as soon as it is added', async () => {
    const document = readDocument()
    const path = structuredClone(must(document.paths['/v1.0/members/{account_id}']?.get))
    const widget = { name: 'widget_id', in: 'path' as const, required: true, schema: { type: 'string' } }
    document.paths['/v1.0/widgets/{widget_id}'] = { get: { ...path, operationId: 'widgets.get', parameters: [widget] } }
    expect(await check(...at('widgets.get path/widget_id', document))).toEqual([
      'widgets.get path/widget_id: there is no widget_id of another organisation to try',
    ])
    const body = must(document.components.schemas.CreateMemberRequest?.properties)
    Object.assign(body, { mentor_id: { type: 'string' } })
    expect(await check(...at('members.create body/mentor_id', document), { foreign: 'acct_1' })).toEqual([
      'members.create body/mentor_id: there is no request that has it',
    ])
  })

  test('every exception names an existing place', () => {
    const places = cases(readDocument()).map((one) => placeName(...one))
    expect([...Object.keys(EXCEPTIONS)].filter((at) => !places.includes(at))).toEqual([])
    const all = operationsOf(dereference(readDocument())).flatMap((operation) =>
      idPlacesOf(operation).map((place) => placeName(operation, place)),
    )
    expect(NAMES_ANOTHER.filter((at) => !all.includes(at))).toEqual([])
  })
})

/** Merges the members of one object into another, to any depth. */
function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((item, i) => merged(item, other[i] ?? {}))
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return other
  const both = new Set([...Object.keys(one), ...Object.keys(other)])
  const at = (object: object, key: string) => (object as Record<string, unknown>)[key]
  return Object.fromEntries(
    [...both].map((key) => [
      key,
      key in one && key in other ? merged(at(one, key), at(other, key)) : (at(one, key) ?? at(other, key)),
    ]),
  )
}
