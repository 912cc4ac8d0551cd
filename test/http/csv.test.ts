import { expect, test } from 'vitest'
import { open } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform) => {
  const fetchCsv = async (path: string, token: string, accept = 'text/csv') => {
    const headers = { authorization: `Bearer ${token}`, accept }
    const answer = await fetch(new URL(path, platform().base), { headers })
    return { answer, text: Buffer.from(await answer.arrayBuffer()).toString() }
  }
  /** Reads CSV as RFC 4180 has it. */
  const read = (text: string): string[][] =>
    [...text.matchAll(/(?:^|\r\n)((?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,|(?=\r\n|$)))+)/g)]
      .map(([, line = '']) => [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|$)/g)].slice(0, -1))
      .map((cells) => cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))

  test('members are answered as CSV, whole or in pages, and nothing in it is a formula', async () => {
    const { orgId } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read', 'member:write')
    const evil = [
      '=1+1',
      '+cmd|x',
      '-2',
      '@SUM(A1)',
      '＝1',
      'Say "hi", all',
      'a\u00adb'.replace('\u00ad', ''),
      '  spaced',
    ]
    for (const [i, name] of evil.entries()) {
      const body = {
        name,
        email: `e${i}@people.example`,
        phone: `+4915112345${String(i).padStart(3, '0')}`,
        external_id: `\t=${i}`,
      }
      expect((await platform().post('/v1.0/members', token, body)).status).toBe(201)
    }
    const { answer, text } = await fetchCsv('/v1.0/members', token)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect([answer.headers.get('link'), answer.headers.get('vary')]).toEqual([null, expect.stringContaining('Accept')])
    expect(text.startsWith('account_id,name,email,phone,external_id,role,condition,dept_ids,manager_id,status,')).toBe(
      true,
    )
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text).toContain('"Say ""hi"", all"')
    expect(text).not.toMatch(/(?:^|[,\n])"?(?:[=+\-@\t＝＋－＠]|\r(?!\n))/m)
    for (const cell of ["'=1+1", "'+cmd|x", "'-2", "'@SUM(A1)", "'＝1", "'\t=0", "'+4915112345000"])
      expect(text).toContain(cell)
    const listed = (await platform().get('/v1.0/members?limit=200', token)).body.data
    expect(text.split('\r\n')).toHaveLength(listed.length + 2)
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    ).toEqual(listed.map(({ account_id }: { account_id: string }) => account_id))

    const pages: string[] = []
    let path: string | undefined = '/v1.0/members?limit=5&order=desc'
    while (path !== undefined) {
      const page: Awaited<ReturnType<typeof fetchCsv>> = await fetchCsv(path, token)
      const lines = page.text.split('\r\n').slice(1, -1)
      expect(lines.length).toBeLessThanOrEqual(5)
      pages.push(...lines)
      path = /^<([^>]+)>; rel="next"$/.exec(page.answer.headers.get('link') ?? '')?.[1]
    }
    expect(pages.toReversed()).toEqual(text.split('\r\n').slice(1, -1))
  })

  test('a byte order mark comes on request, and JSON stays the form for everybody who does not ask for CSV', async () => {
    const { orgId } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read')
    const marked = await fetchCsv('/v1.0/members?bom=true', token)
    expect([marked.text.charCodeAt(0), marked.text.lastIndexOf('\ufeff')]).toEqual([0xfeff, 0])
    for (const accept of ['*/*', 'application/json', 'application/json, text/csv;q=0.5', 'text/html, */*', '']) {
      const { answer } = await fetchCsv('/v1.0/members', token, accept)
      expect([accept, answer.headers.get('content-type')]).toEqual([
        accept,
        expect.stringContaining('application/json'),
      ])
    }
    const other = await fetchCsv('/v1.0/organization', await platform().appToken(orgId, 'org:read'))
    expect(other.answer.headers.get('content-type')).toContain('application/json')
    const refused = await fetchCsv('/v1.0/members?cursor=x', token)
    expect([refused.answer.status, refused.answer.headers.get('content-type')]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
    ])
  })

  test('departures, their handover reports and the audit log are CSV too, with their columns', async () => {
    const { orgId, named } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read', 'member:offboard', 'audit:read')
    const { account_id } = named('Aiko')
    const reason = { reason_code: 'other', reason_text: 'one\n=two, "three"' }
    const { departure_id } = (await platform().post('/v1.0/offboardings', token, { account_id, ...reason })).body
    const departures = read((await fetchCsv('/v1.0/departures', token)).text)
    expect(departures[0]?.slice(0, 4)).toEqual(['departure_id', 'account_id', 'snapshot.name', 'snapshot.email'])
    expect(departures[1]?.slice(0, 4)).toEqual([departure_id, account_id, 'Aiko Tanaka', 'aiko@aster.example'])
    expect(departures[1]).toContain('one\n=two, "three"')
    const report = (await fetchCsv(`/v1.0/departures/${departure_id}/handover`, token)).text.split('\r\n')
    expect([report[0]?.startsWith('resource_id,kind,name,outcome'), report.length]).toEqual([true, 4])
    const log = (await fetchCsv('/v1.0/audit-logs', token)).text
    expect(log.split('\r\n')[0]).toBe(
      'audit_id,created_at,actor.type,actor.id,action,target_id,before,after,address,request_id',
    )
    expect(log).toContain('"{""status"":""active""}"')
  })

  test('a list of several pages is sent whole', async () => {
    const { orgId } = await open(platform())
    const token = await platform().appToken(orgId, 'member:read', 'member:write', 'audit:read')
    for (let i = 0; i < 210; i++) {
      await platform().post('/v1.0/members', token, {
        name: `M ${i}`,
        external_id: `m-${i}`,
        email: `m${i}@people.example`,
      })
    }
    const { text } = await fetchCsv('/v1.0/members?q=m-', token)
    expect(text.split('\r\n')).toHaveLength(212)
  })
})
