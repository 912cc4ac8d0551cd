import { expect, test } from 'vitest'
import { asUser, newCode, PASSWORD, recover, registered } from '../support/accounts.ts'
import { query } from '../support/database.ts'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { stranger } from '../support/memberships.ts'
import { onEachStore, type Platform } from '../support/platform.ts'

const email = 'jsmith@aster.example'
/** In seconds. */
const DAY = 86_400

onEachStore((platform) => {
  test('S65: somebody who may be a restorable member is refused with the departure, by email, phone and number', async () => {
    const { orgId, token, create, departed } = await opened(platform())
    const first = await create({ name: 'John', email, phone: '+8613800000042', external_id: 'E-9' })
    const departureId = await departed(first)
    const wanted = [
      ['email', { email: 'JSmith@Aster.Example' }, email],
      ['phone', { email: 'other@aster.example', phone: '+8613800000042' }, '+8613800000042'],
      ['external_id', { email: 'other@aster.example', external_id: 'E-9' }, 'E-9'],
    ] as const
    for (const [field, given, value] of wanted) {
      const add = () => platform().post('/v1.0/members', token, { name: 'J', ...given })
      const { body } = await expectRefused(platform(), orgId, [409, 'departure_restorable'], add)
      const restorable_until = expect.any(String)
      expect(body).toMatchObject({
        departure_id: departureId,
        departures: [{ departure_id: departureId, account_id: first, field, value, restorable_until }],
        remediation: { action: 'restore_or_rehire' },
      })
    }
    // Only the organisation's own departures are named, and only those that can be undone.
    expect((await (await stranger(platform())).add(email)).status).toBe(201)
    await platform().advance('P31D')
    await create({ name: 'Jane', email })
  })

  test('S65: the same person keeps password, sign-in and their own departures', async () => {
    const { orgId, create, departed, departure, readMember } = await opened(platform())
    const first = await create({ name: 'John', email })
    await recover(platform(), { email }, await newCode(platform(), { email }, 'recover'))
    await platform().userToken(first, 'account:read')
    const departureId = await departed(first, { reason_text: 'End of the season' })
    const again = await create({ name: 'John', email, rehire_of: departureId })
    expect(again).not.toBe(first)
    const { data } = (await asUser(platform(), again, '/v1.0/me/departures')).body
    expect(data.map((one: any) => [one.departure_id, one.reason_text])).toEqual([[departureId, 'End of the season']])
    expect(await readMember(again)).toMatchObject({ rehire_of: departureId, previous_account_ids: [first] })
    expect(await departure(departureId)).toMatchObject({ status: 'departed', rehired_as: again })
    const joined = await recorded(platform(), orgId, 'member.joined')
    expect(joined.at(-1).data).toMatchObject({ account_id: again, rehire_of: departureId })
    expect(await recorded(platform(), orgId, 'account.identifier_recycled')).toEqual([])
    const deregister = await platform().userToken(again, 'account:deregister')
    const answer = await platform().post('/v1.0/me/deregister', deregister, { confirm: true, password: PASSWORD })
    expect(answer.status).toBe(200)
  })

  test('S66: seniority counts every time as a member, and not the times between', async () => {
    const { create, departed, restore, readMember, token } = await opened(platform())
    const first = await create({ name: 'John', email })
    const joined = (await readMember(first)).joined_at
    await platform().advance('P10D')
    const one = await departed(first)
    await platform().advance('P5D')
    expect((await restore(one)).status).toBe(200)
    await platform().advance('P10D')
    const two = await departed(first)
    await platform().advance('P100D')
    const second = await create({ name: 'John', email, rehire_of: two })
    await platform().advance('P1D')
    const three = await departed(second)
    const third = await create({ name: 'John', email, rehire_of: three })
    await platform().advance('P2D')
    const { previous_account_ids, seniority } = await readMember(third)
    expect(previous_account_ids).toEqual([first, second])
    expect(seniority.first_joined_at).toBe(joined)
    expect(Math.round(seniority.earlier_seconds / DAY)).toBe(21)
    // Five days between a departure and its restore, and a hundred before the rehire.
    const moved = Date.parse(seniority.counted_from) - Date.parse(joined)
    expect(Math.round(moved / 1000 / DAY)).toBe(105)
    expect((await readMember(third)).seniority).toEqual(seniority)
    const listed = (await platform().get('/v1.0/members?q=jsmith', token)).body.data
    expect(listed.map((member: any) => member.previous_account_ids)).toEqual([[first, second]])
  })

  test('S65: only an own departure that was not undone, and not both at once', async () => {
    const { orgId, token, create, departed, restore } = await opened(platform())
    const other = await opened(platform(), 1)
    const foreign = await other.departed(other.member.account_id)
    const add = (more: object) => () => platform().post('/v1.0/members', token, { name: 'J', email, ...more })
    await expectRefused(platform(), orgId, [404, 'departure_not_found'], add({ rehire_of: foreign }))
    const first = await create({ name: 'John', email })
    const departureId = await departed(first)
    const both = add({ rehire_of: departureId, new_person: true })
    const { body } = await expectRefused(platform(), orgId, [400, 'invalid_request'], both)
    expect(body.errors[0].pointer).toBe('/new_person')
    await restore(departureId)
    await expectRefused(
      platform(),
      orgId,
      [409, 'already_restored'],
      add({ email: 'j@new.example', rehire_of: departureId }),
    )
  })

  test('S65: a rehired person is rehired once, and their earlier account can’t be restored beside it', async () => {
    const { orgId, token, create, departed, restore, previewRestore } = await opened(platform())
    const first = await create({ name: 'John', email })
    const departureId = await departed(first)
    const again = await create({ name: 'John', email: 'john@new.example', rehire_of: departureId })
    const twice = { name: 'John', email: 'johnny@new.example', rehire_of: departureId }
    const add = () => platform().post('/v1.0/members', token, twice)
    const { body } = await expectRefused(platform(), orgId, [409, 'member_exists'], add)
    expect(body.conflicts.map((one: any) => one.account_id)).toEqual([again])
    const { conflicts } = (await previewRestore(departureId)).body
    expect(conflicts.map((one: any) => one.account_id)).toEqual([again])
    await expectRefused(platform(), orgId, [409, 'restore_conflict'], () => restore(departureId))
  })

  test('S65: a sign-in that lost its address gets the given one, if that is free and nothing of others hangs on it', async () => {
    const { create, departed } = await opened(platform())
    const first = await create({ name: 'John', email })
    await recover(platform(), { email }, await newCode(platform(), { email }, 'recover'))
    await platform().userToken(first, 'account:read')
    const departureId = await departed(first)
    await registered(platform(), { email }, { password: 'another person’s password' })
    const taken = await create({ name: 'John', email, rehire_of: departureId })
    expect(await identityOf(platform(), taken)).not.toBe(await identityOf(platform(), first))
    await departed(taken)
    const again = await create({ name: 'John', email: 'john@new.example', rehire_of: departureId })
    expect(await identityOf(platform(), again)).toBe(await identityOf(platform(), first))
    const answer = await recover(
      platform(),
      { email: 'john@new.example' },
      await newCode(platform(), { email: 'john@new.example' }, 'recover'),
    )
    expect(answer.status).toBe(204)
  })

  test('S65: an app does not rehire the person who controls it', async () => {
    const { orgId, admin, role, named, departed } = await opened(platform())
    await role(named('Alan').account_id, 'admin')
    const scopes = ['app:write', 'member:write'] as const
    const boss = await platform().userToken(admin.account_id, ...scopes)
    const made = { name: 'Door', kind: 'internal', scopes: ['member:write'] }
    const { client_id, client_secret } = (await platform().post('/v1.0/apps', boss, made)).body
    const departureId = await departed(admin.account_id)
    const door = await platform().clientToken({ client_id, client_secret }, ['member:write'])
    const back = { name: 'Me', email: admin.email, rehire_of: departureId }
    await expectRefused(platform(), orgId, [403, 'own_case'], () => platform().post('/v1.0/members', door, back))
  })
})

const identityOf = async (platform: Platform, accountId: string): Promise<string> =>
  (await query(platform, 'select identity_id from account where account_id = $1', accountId))[0].identity_id
