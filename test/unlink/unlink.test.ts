import { describe, expect, test } from 'vitest'
import { must, onEachStore, type Platform } from '../support/platform.ts'

const PATH = '/v1.0/organization/unlink'

onEachStore((platform) => {
  const sides = (association = platform().association('upstream')) => ({
    own: association.org_id,
    other: association.associated_org_id,
    command: { dept_id: association.dept_id, associated_org_id: association.associated_org_id },
    mirrored: { dept_id: association.associated_dept_id, associated_org_id: association.org_id },
    id: association.association_id,
  })

  test('S57, S60: an internal app of the organisation unlinks with its token', async () => {
    const { own, command, id } = sides()
    const answer = await platform().post(PATH, await platform().appToken(own, 'org:unlink'), command)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      result: true,
      association_id: id,
      unlinked_at: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
    })
  })

  test('S57, S60: a third-party app unlinks for the organisation that authorised it, and for no other', async () => {
    const app = must(platform().data.third_party_apps[0])
    const { own, command, id } = sides()
    expect(app.authorized_org_ids).toContain(own)
    const resource = `${platform().base}/v1.0/organizations/${own}`
    const answer = await platform().post(PATH, await platform().clientToken(app, ['org:unlink'], resource), command)
    expect(answer.body).toMatchObject({ result: true, association_id: id })

    const elsewhere = platform().association('partner').org_id
    const refused = await platform().askToken(app, {
      scope: 'org:unlink',
      resource: `${platform().base}/v1.0/organizations/${elsewhere}`,
    })
    expect(refused.status).toBe(400)
    expect(refused.body.error).toBe('invalid_target')
  })

  test('S60: a token that acts for no organisation unlinks nothing', async () => {
    const app = must(platform().data.third_party_apps[0])
    const refused = await platform().askToken(app, { scope: 'org:unlink' })
    expect(refused.body.error).toBe('invalid_scope')
    const answer = await platform().get('/v1.0/events', await platform().clientToken(app, ['event:read']))
    expect(answer.status).toBe(403)
    expect(answer.body.code).toBe('org_not_authorized')
  })

  test('S41: an app, the founder and an administrator unlink, each with a token of their own', async () => {
    for (const [role, type] of [
      ['app', 'upstream'],
      ['founder', 'downstream'],
      ['admin', 'partner'],
    ] as const) {
      const { own, command } = sides(platform().association(type))
      const person = (as: 'founder' | 'admin') => platform().member(own, as).account_id
      const token =
        role === 'app'
          ? await platform().appToken(own, 'org:unlink')
          : await platform().userToken(person(role), 'org:unlink')
      expect((await platform().post(PATH, token, command)).body).toMatchObject({ result: true })
    }
  })

  test('S57, S60: once the organisation has ended the authorization, a third-party app unlinks nothing', async () => {
    const app = must(platform().data.third_party_apps[0])
    const { own, command } = sides()
    const resource = `${platform().base}/v1.0/organizations/${own}`
    const token = await platform().clientToken(app, ['org:unlink'], resource)
    const admin = await platform().userToken(platform().member(own, 'admin').account_id, 'app:read', 'app:write')
    const { data } = (await platform().get('/v1.0/authorizations', admin)).body
    for (const { authorization_id } of data) {
      await platform().call('DELETE', `/v1.0/authorizations/${authorization_id}`, { token: admin })
    }
    const answer = await platform().post(PATH, token, command)
    expect([answer.status, answer.body.code]).toEqual([403, 'org_not_authorized'])
    expect(answer.body).not.toHaveProperty('result')
    await expectUnchanged(platform(), sides(), ['app.deauthorized'])
  })

  test('S56: an ordinary member is refused even with the scope, and nothing changes', async () => {
    const { own, command } = sides()
    const token = await platform().userToken(platform().member(own, 'member').account_id, 'org:unlink')
    const answer = await platform().post(PATH, token, command)
    expect(answer.status).toBe(403)
    expect(answer.body).toMatchObject({ code: 'ordinary_user_not_allowed', remediation: { action: 'contact_admin' } })
    await expectUnchanged(platform(), sides())
  })

  describe.each(['upstream', 'downstream', 'partner'] as const)('an association of type %s', (type) => {
    test(`S58: it is unlinked from its own side`, async () => {
      const { own, command, id } = sides(platform().association(type))
      const answer = await platform().post(PATH, await platform().appToken(own, 'org:unlink'), command)
      expect(answer.body).toMatchObject({ result: true, association_id: id })
      expect((await unlinkedEvents(platform(), own))[0].data.type).toBe(type)
    })

    test('S58: and from the other side', async () => {
      const { other, own, mirrored, id } = sides(platform().association(type))
      const answer = await platform().post(PATH, await platform().appToken(other, 'org:unlink'), mirrored)
      expect(answer.body).toMatchObject({ result: true, association_id: id })
      expect((await unlinkedEvents(platform(), own))[0].data).toMatchObject({ type, side: 'associated' })
    })
  })

  test('S59: every other scope but org:unlink is not enough, and nothing changes', async () => {
    const { own, command } = sides()
    const others = must(platform().organizationOf(own).apps[0]).scopes.filter((scope) => scope !== 'org:unlink')
    const answer = await platform().post(PATH, await platform().appToken(own, ...others), command)
    expect(answer.status).toBe(403)
    expect(answer.body).toMatchObject({ code: 'scope_missing', required_scopes: ['org:unlink'] })
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="org:unlink"')
    await expectUnchanged(platform(), sides())
  })

  test('S61: the path is /v1.0/organization/unlink literally, and takes POST only', async () => {
    const { own } = sides()
    const token = await platform().appToken(own, 'org:unlink')
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await platform().call(method, PATH, { token })
      expect([answer.status, answer.body.code, answer.headers.get('allow')]).toEqual([
        405,
        'method_not_allowed',
        'POST',
      ])
    }
    for (const path of [`${PATH}/`, '/v1.0/Organization/unlink', '/v1/organization/unlink', '/organization/unlink']) {
      expect((await platform().post(path, token, {})).body.code).toBe('not_found')
    }
  })

  test('S62: both the department and the associated organisation are needed, and nothing changes without', async () => {
    const { own, command } = sides()
    const token = await platform().appToken(own, 'org:unlink')
    for (const name of ['dept_id', 'associated_org_id'] as const) {
      const { [name]: _, ...rest } = command
      const answer = await platform().post(PATH, token, rest)
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({ code: 'invalid_request', errors: [{ in: 'body', pointer: `/${name}` }] })
    }
    await expectUnchanged(platform(), sides())
  })

  test('S62: a department and an organisation that do not belong together are refused, and nothing changes', async () => {
    const { own, command } = sides()
    const token = await platform().appToken(own, 'org:unlink')
    const wrong = platform()
      .organizationOf(own)
      .departments.map(({ dept_id }) => dept_id)
      .filter((id) => id !== command.dept_id)
    for (const dept_id of [...wrong, 99]) {
      const answer = await platform().post(PATH, token, { ...command, dept_id })
      expect([answer.status, answer.body.code]).toEqual([422, 'association_dept_mismatch'])
      expect(answer.body).not.toHaveProperty('result')
    }
    await expectUnchanged(platform(), sides())
  })

  test('S63: result is true on success only, and then the association is gone on both sides', async () => {
    const { own, other, command, id } = sides()
    const token = await platform().appToken(own, 'org:unlink')
    const done = await platform().post(PATH, token, command)
    expect(done.body.result).toBe(true)
    for (const orgId of [own, other]) {
      const reader = await platform().appToken(orgId, 'org:association:read')
      expect((await platform().get(`/v1.0/associations/${id}`, reader)).body.code).toBe('association_not_found')
      const { body } = await platform().get('/v1.0/associations', reader)
      expect(body.data.map((association: { association_id: string }) => association.association_id)).not.toContain(id)
    }
    const again = await platform().post(PATH, token, command)
    expect([again.status, again.body.code]).toEqual([404, 'association_not_found'])
    expect(again.body).not.toHaveProperty('result')
  })

  test('one event is recorded for each of the two organisations, each from its own side', async () => {
    const { own, other, command, mirrored, id } = sides()
    const { account_id } = platform().member(own, 'admin')
    const token = await platform().userToken(account_id, 'org:unlink')
    await platform().post(PATH, token, { ...command, reason_code: 'restructuring', reason_text: 'new supplier' })
    const [ours] = await unlinkedEvents(platform(), own)
    const [theirs] = await unlinkedEvents(platform(), other)
    expect(
      [await unlinkedEvents(platform(), own), await unlinkedEvents(platform(), other)].map((e) => e.length),
    ).toEqual([1, 1])
    expect(ours).toMatchObject({ org_id: own, actor: { type: 'user', id: account_id }, sequence: 1 })
    expect(ours.data).toMatchObject({
      association_id: id,
      ...command,
      type: 'upstream',
      side: 'initiator',
      cause: 'api',
    })
    expect(ours.data).toMatchObject({ reason_code: 'restructuring', reason_text: 'new supplier' })
    expect(theirs.data).toMatchObject({ association_id: id, ...mirrored, type: 'downstream', side: 'associated' })
    expect(theirs.data).toMatchObject({ reason_code: 'restructuring', reason_text: null })
  })

  test("another organisation's association answers 404, whoever asks", async () => {
    const { mirrored, id } = sides()
    const stranger = platform().organization(3).org_id
    const answer = await platform().post(PATH, await platform().appToken(stranger, 'org:unlink'), mirrored)
    expect([answer.status, answer.body.code]).toEqual([404, 'association_not_found'])
    const reader = await platform().appToken(stranger, 'org:association:read')
    expect((await platform().get(`/v1.0/associations/${id}`, reader)).status).toBe(404)
    await expectUnchanged(platform(), sides())
  })

  test('where rules meet: unlinking does not affect members', async () => {
    const { own, command } = sides()
    await platform().post(PATH, await platform().appToken(own, 'org:unlink'), command)
    for (const { account_id, condition } of platform().organizationOf(own).members) {
      const token = await platform().userToken(account_id, 'org:read')
      const answer = await platform().get('/v1.0/organization', token)
      expect(answer.status).toBe(condition === 'normal' ? 200 : 403)
    }
  })

  test('100 concurrent unlinks with one Idempotency-Key have one effect and get 100 equal answers', async () => {
    const { own, other, command } = sides()
    const token = await platform().appToken(own, 'org:unlink')
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => platform().post(PATH, token, command, { 'idempotency-key': 'once' })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(99)
    expect(await unlinkedEvents(platform(), own)).toHaveLength(1)
    expect(await unlinkedEvents(platform(), other)).toHaveLength(1)
  })

  test('of 100 concurrent unlinks without keys, one succeeds and 99 find nothing', async () => {
    const { own, other, command } = sides()
    const token = await platform().appToken(own, 'org:unlink')
    const answers = await Promise.all(Array.from({ length: 100 }, () => platform().post(PATH, token, command)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.code === 'association_not_found')).toHaveLength(99)
    expect(await unlinkedEvents(platform(), own)).toHaveLength(1)
    expect(await unlinkedEvents(platform(), other)).toHaveLength(1)
  })
})

async function unlinkedEvents(platform: Platform, orgId: string) {
  return (await platform.events(orgId)).filter(({ type }) => type === 'organization.association.unlinked')
}

/** Checks that a refusal changed nothing: the association exists on both sides, and no event was recorded. */
async function expectUnchanged(
  platform: Platform,
  { own, other, id }: { own: string; other: string; id: string },
  before: string[] = [],
) {
  for (const orgId of [own, other]) {
    const reader = await platform.appToken(orgId, 'org:association:read')
    expect((await platform.get(`/v1.0/associations/${id}`, reader)).status).toBe(200)
    const types = (await platform.events(orgId)).map(({ type }) => type)
    expect(types).toEqual(orgId === own ? before : [])
  }
}
