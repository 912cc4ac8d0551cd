import { expect, test } from 'vitest'
import { query } from '../support/database.ts'
import { open } from '../support/members.ts'
import { must, onEachStore } from '../support/platform.ts'
import { offered, ownApp, sentToSignIn, signedIn, signInAs, tokenOf } from '../support/sign-in.ts'
import { authorizationRequest, textOf, Visitor } from '../support/visitor.ts'

onEachStore((platform) => {
  test('S57, S60: an administrator signs in, chooses the account, consents, and the app unlinks for the organisation', async () => {
    const { orgId, organization, admin } = await open(platform(), 1)
    const { app, visitor, accounts, verifier } = await signedIn(platform(), admin)
    const consent = await visitor.submit(accounts, '/account', { account_id: admin.account_id })
    const words = textOf(consent.html)
    for (const named of [organization.name, app.name, 'Dogwood Apps', 'End associations with other organisations']) {
      expect(words).toContain(named)
    }
    const back = await visitor.submit(consent, '/consent', { decision: 'allow' })
    expect(back.url.href).toMatch(/^http:\/\/127\.0\.0\.1:4100\/callback\?code=/)
    expect(Object.fromEntries(back.url.searchParams)).toMatchObject({ state: 'the-state', iss: platform().base })

    const code = must(back.url.searchParams.get('code'))
    const redeemed = await platform().call('POST', '/oauth2/token', {
      headers: { authorization: `Basic ${btoa(`${app.client_id}:${app.client_secret}`)}` },
      raw: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: app.redirect_uri,
        code_verifier: verifier,
      }),
    })
    expect([redeemed.status, redeemed.body.scope]).toEqual([200, 'org:read org:unlink'])
    const resource = `${platform().base}/v1.0/organizations/${orgId}`
    const token = await platform().clientToken(app, ['org:unlink'], resource)
    const association = must(platform().data.associations.find((one) => one.org_id === orgId))
    const { dept_id, associated_org_id } = association
    const unlinked = await platform().post('/v1.0/organization/unlink', token, { dept_id, associated_org_id })
    expect(unlinked.body).toMatchObject({ result: true })
  })

  test('a person who refuses is sent back with access_denied, and nothing is authorised', async () => {
    const { orgId, admin } = await open(platform(), 1)
    const { visitor, accounts } = await signedIn(platform(), admin)
    const consent = await visitor.submit(accounts, '/account', { account_id: admin.account_id })
    const back = await visitor.submit(consent, '/consent', { decision: 'refuse' })
    expect(Object.fromEntries(back.url.searchParams)).toMatchObject({ error: 'access_denied', state: 'the-state' })
    expect(await authorizationsOf(orgId)).toEqual([])
  })

  test('a person can turn back before signing in', async () => {
    const { visitor, page } = await sentToSignIn(platform())
    const back = await visitor.submit(page, '/refuse', {})
    expect(back.url.searchParams.get('error')).toBe('access_denied')
  })

  test('S33: every account of the person is offered, and a single one is still shown', async () => {
    const mei = must(platform().data.personal_accounts[0])
    const { path } = authorizationRequest(ownApp, { scope: 'account:read' })
    const visitor = new Visitor(platform().base)
    const list = await signInAs(visitor, await visitor.open(path), mei)
    expect(offered(list.html)).toEqual(['Aster Manufacturing', 'Birch Logistics', 'Personal account'])
    expect(textOf(list.html)).toContain('Mei Lin · Member')
    const { admin } = await open(platform(), 0)
    const single = await signedIn(platform(), admin)
    expect(offered(single.accounts.html)).toEqual(['Aster Manufacturing'])
  })

  test('S47: the app acts for the person with the chosen account and no other', async () => {
    const mei = must(platform().data.personal_accounts[0])
    const app = ownApp
    const { path, verifier } = authorizationRequest(app, { scope: 'account:read member:leave' })
    const visitor = new Visitor(platform().base)
    const list = await signInAs(visitor, await visitor.open(path), mei)
    const inSecond = must(
      platform()
        .organization(1)
        .members.find(({ email }) => email === mei.email),
    ).account_id
    const consent = await visitor.submit(list, '/account', { account_id: inSecond })
    const back = await visitor.submit(consent, '/consent', { decision: 'allow' })
    const { body } = await platform().call('POST', '/oauth2/token', {
      raw: new URLSearchParams({
        client_id: app.client_id,
        grant_type: 'authorization_code',
        code: must(back.url.searchParams.get('code')),
        redirect_uri: app.redirect_uri,
        code_verifier: verifier,
      }),
    })
    expect((await platform().get('/v1.0/me', body.access_token)).body).toMatchObject({ account_id: inSecond })
  })

  test('scopes that the role does not allow are shown as withheld, and are not granted', async () => {
    const { member } = await open(platform(), 0)
    const app = ownApp
    const { path } = authorizationRequest(app, { scope: 'account:read org:dissolve' })
    const visitor = new Visitor(platform().base)
    const list = await signInAs(visitor, await visitor.open(path), member)
    const consent = await visitor.submit(list, '/account', { account_id: member.account_id })
    const [granted, withheld] = textOf(consent.html).split('Not granted, because your role does not allow it')
    expect(granted).toContain('See your accounts')
    expect(granted).not.toContain('Dissolve the organisation')
    expect(withheld).toContain('Dissolve the organisation')
    expect((await visitor.submit(consent, '/consent', { decision: 'allow' })).url.searchParams.has('code')).toBe(true)
  })

  test('S3, S13: a departed account is not offered, and a person without an account signs in to read why', async () => {
    const { orgId, member, admin } = await open(platform(), 0)
    const token = await platform().userToken(admin.account_id, 'member:offboard')
    const reason = { reason_code: 'restructuring', reason_text: 'The plant moves <b>north</b>' }
    await platform().post('/v1.0/offboardings', token, { account_id: member.account_id, ...reason })
    const { visitor, accounts } = await signedIn(platform(), member)
    expect(offered(accounts.html)).toEqual([])
    const words = textOf(accounts.html)
    expect(words).toContain('You no longer have an account.')
    for (const told of ['Aster Manufacturing', 'An administrator removed your account', 'Restructuring']) {
      expect(words).toContain(told)
    }
    expect(words).toContain('The plant moves &lt;b&gt;north&lt;/b&gt;')
    expect(words).toContain('An administrator can restore it until')
    expect(words).toContain('Ada Aster Founder ada@aster.example')
    expect(words).toContain('Anton Berg Administrator anton@aster.example')
    const forged = await visitor.post(`${accounts.url.pathname}`, {
      token: tokenOf(accounts.html),
      account_id: member.account_id,
    })
    expect(forged.status).toBe(409)
    expect(await authorizationsOf(orgId)).toHaveLength(1)
  })

  test('S21: with the old password a person still reads why, when somebody else has registered the address', async () => {
    const { member, admin } = await open(platform(), 0)
    const token = await platform().userToken(admin.account_id, 'member:offboard')
    await platform().post('/v1.0/offboardings', token, { account_id: member.account_id, reason_code: 'resignation' })
    const password = 'of somebody else'
    const { email } = member
    await platform().post('/v1.0/verification-codes', undefined, { email, purpose: 'register' })
    const { body } = await platform().get('/v1.0/sandbox/verification-codes')
    const { code } = body.data[0]
    await platform().post('/v1.0/accounts', undefined, { email, code, password, name: 'Somebody Else' })
    const old = await signedIn(platform(), member)
    expect(textOf(old.accounts.html)).toContain('Former accounts Aster Manufacturing')
    const other = await signedIn(platform(), { email, password })
    expect(textOf(other.accounts.html)).not.toContain('Aster Manufacturing')
  })

  test('the pages follow the language of the browser, and the switch', async () => {
    const { visitor, page } = await sentToSignIn(platform(), { headers: { 'accept-language': 'zh-CN,zh;q=0.9' } })
    expect(page.html).toContain('<html lang="zh-CN">')
    expect(page.html).toContain('<title>登录 · Sendoff</title>')
    const english = await visitor.open(`${page.url.pathname}?lang=en`)
    expect(english.html).toContain('<html lang="en">')
    expect(english.url.search).toBe('')
    expect((await visitor.open(page.url.pathname)).html).toContain('<html lang="en">')
  })

  const authorizationsOf = (orgId: string) =>
    query(platform(), `select app_id from "authorization" where org_id = '${orgId}' and status = 'active'`)
})
