import { expect } from 'vitest'
import { tokenRefusal } from './operation.ts'
import type { Real } from './real.ts'
import type { Member, Model } from './state.ts'

const byId = <Item extends { id: string }>(items: Item[]) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Checks the invariants that are cheap enough for every step. */
export async function expectAgreement(model: Model, real: Real): Promise<void> {
  const ours = new Set(model.organizations.map(({ id }) => id))
  const accounts = await real.read(
    'select account_id, org_id, role, condition, status from account order by account_id',
  )
  expect(
    accounts
      .filter(({ org_id }) => ours.has(org_id))
      .map((row) => [row.account_id, row.role, row.condition, row.status]),
    'the members',
  ).toEqual(byId(model.members).map(({ id, role, condition, status }) => [id, role, condition, status]))

  const resources = await real.read('select resource_id, org_id, account_id, status from resource order by resource_id')
  expect(
    resources.filter(({ org_id }) => ours.has(org_id)).map((row) => [row.resource_id, row.account_id, row.status]),
    'the resources',
  ).toEqual(byId(model.resources).map(({ id, owner, status }) => [id, owner.id, status]))

  const organizations = await real.read('select org_id, status from organization')
  for (const { id, name, status } of model.organizations) {
    const row = organizations.find(({ org_id }) => org_id === id)
    expect(row?.status, `the status of ${name}`).toBe(status)
  }
  await real.collect()
  expectRules(model)
}

/** Rules that the state itself has to obey, whichever operations led to it. */
function expectRules(model: Model): void {
  for (const organization of model.organizations) {
    const living = model.active(organization)
    const { name, status } = organization
    const founders = living.filter(({ role }) => role === 'founder')
    expect(founders.length, `the founders of ${name}`).toBe(status === 'dissolved' ? 0 : 1)
    // The demo begins with one, and the last one can't go.
    if (status !== 'dissolved') expect(model.admins(organization).length, `the admins of ${name}`).toBeGreaterThan(0)
    else expect(living, `the members of ${name}`).toEqual([])
  }
  for (const { name, owner, status } of model.resources) {
    expect(owner.status, `the owner of ${name}`).toBe(status === 'owned' ? 'active' : 'departed')
  }
}

/** Checks the invariants after a whole sequence of steps. */
export async function expectSound(model: Model, real: Real): Promise<void> {
  expectEachDepartureTold(model, real)
  await expectRecords(model, real)
  await expectTokens(model, real)
  for (const organization of model.organizations) {
    if (organization.status === 'dissolved') continue
    const { status, body } = await real.call('GET', '/v1.0/members?limit=200', organization.appToken)
    expect(status).toBe(200)
    const living = body.data.filter((member: Member) => member.status === 'active')
    expect(
      living.map(({ account_id }: { account_id: string }) => account_id).toSorted(),
      `who is listed in ${organization.name}`,
    ).toEqual(byId(model.active(organization)).map(({ id }) => id))
  }
}

function expectEachDepartureTold(model: Model, real: Real): void {
  const told = (type: string) =>
    real.told.filter((event) => event.type === type).map(({ data }) => data.departure_id as string)
  const ids = (status?: string) =>
    model.departures.filter((one) => status === undefined || one.status === status).map(({ id }) => id)
  expect(told('member.departed').toSorted(), 'one member.departed for each departure').toEqual(ids().toSorted())
  const handovers = model.departures.flatMap(({ id, handedOver }) => Array<string>(handedOver + 1).fill(id))
  expect(told('handover.completed').toSorted(), 'one handover.completed for each handover').toEqual(
    handovers.toSorted(),
  )
  expect(told('member.purged').toSorted(), 'one member.purged for each purge').toEqual(ids('purged').toSorted())
  expect(told('member.restored').toSorted(), 'one member.restored for each restore').toEqual(ids('restored').toSorted())
}

/** The records of departures, applications, offboardings, invitations and associations are as the model has them. */
async function expectRecords(model: Model, real: Real): Promise<void> {
  const departures = await real.read(`select departure_id as id, account_id, method, status, handover_status,
    transferred + deleted + held as total, (select count(*) from handover_item as item
      where item.departure_id = departure.departure_id) as items from departure order by 1`)
  expect(departures.map(({ id, account_id, method, status }) => [id, account_id, method, status])).toEqual(
    byId(model.departures).map(({ id, member, method, status }) => [id, member.id, method, status]),
  )
  for (const { handover_status, total, items } of departures) {
    expect([handover_status, Number(total)]).toEqual(['completed', Number(items)])
  }
  const statuses = async (table: string, key: string) =>
    (await real.read(`select ${key} as id, status from ${table} order by 1`)).map(({ id, status }) => [id, status])
  const modelled = (items: { id: string; status: string }[]) => byId(items).map(({ id, status }) => [id, status])
  expect(await statuses('leave_application', 'application_id')).toEqual(modelled(model.applications))
  expect(await statuses('offboarding', 'offboarding_id')).toEqual(modelled(model.offboardings))
  const holds = await real.read(`select hold_id as id, departure_id, case when released_at is null then 'standing'
    else 'released' end as status from legal_hold order by 1`)
  expect(holds.map(({ id, departure_id, status }) => [id, departure_id, status])).toEqual(
    byId(model.holds).map(({ id, departure, status }) => [id, departure.id, status]),
  )
  expect(await statuses('association_invitation', 'invitation_id')).toEqual(modelled(model.invitations))
  const linked = await real.read(`select org_id, associated_org_id from association where status = 'linked'`)
  const ours = new Set(model.organizations.map(({ id }) => id))
  const pair = (one: string, other: string) => `${one} ${other}`
  expect(
    linked
      .filter(({ org_id, associated_org_id }) => ours.has(org_id) && ours.has(associated_org_id))
      .map(({ org_id, associated_org_id }) => pair(org_id, associated_org_id))
      .toSorted(),
    'the associations, from both sides',
  ).toEqual(model.associations.flatMap(({ one, other }) => [pair(one.id, other.id), pair(other.id, one.id)]).toSorted())
}

/** Tries every token that was ever issued: tokens from before a departure are refused, also after a restore. */
async function expectTokens(model: Model, real: Real): Promise<void> {
  for (const member of model.members) {
    for (const token of member.tokens) {
      const { status, body } = await real.call('GET', '/v1.0/me', token.text)
      expect(status === 200 ? undefined : body.code, `a token of ${member.name}`).toBe(tokenRefusal(member, token))
    }
  }
  for (const { name, status, appToken } of model.organizations) {
    const answer = await real.call('GET', '/v1.0/members', appToken)
    expect(answer.status, `the token of the app of ${name}`).toBe(status === 'dissolved' ? 401 : 200)
  }
}
