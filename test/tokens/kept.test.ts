import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import type { AccessTokenClaims } from '../../packages/server/src/authentication/claims.ts'
import { resolveActor } from '../../packages/server/src/authentication/resolve-actor.ts'
import { useOnce } from '../../packages/server/src/authentication/use-once.ts'
import { removeExpired } from '../../packages/server/src/clean-up/clean-up.ts'
import { heldConnection } from '../../packages/server/src/store/held-connection.ts'
import { openPostgres } from '../../packages/server/src/store/postgres.ts'
import { openSqlite } from '../../packages/server/src/store/sqlite.ts'
import type { Store } from '../../packages/server/src/store/store.ts'
import { rows } from '../support/database.ts'
import { callAs, codeFor, type Person, refresh, requestOf, thirdPartyClient, tokensFor } from '../support/oauth.ts'
import { must, onEachStore, stores } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { Visitor } from '../support/visitor.ts'

onEachStore((platform) => {
  test('nothing in a copy of the database is usable as a code, a token, a cookie or a pushed request', async () => {
    const client = thirdPartyClient(platform())
    const admin: Person = must(
      platform()
        .organization(1)
        .members.find(({ role }) => role === 'admin'),
    )
    const { code } = await codeFor(platform(), client, admin)
    const { access_token, refresh_token } = await tokensFor(platform(), client, admin)
    const second = (await refresh(platform(), client, refresh_token)).body
    const pushed = await callAs(platform(), client, requestOf(client).parameters, { path: '/oauth2/par' })
    const visitor = new Visitor(platform().base)
    const page = await visitor.open(`/oauth2/authorize?${new URLSearchParams(requestOf(client).parameters)}`)
    const uid = must(page.url.pathname.split('/')[2])
    const secrets = [code, access_token, refresh_token, second.refresh_token, second.access_token, uid, 'the-state']
    const kept = await rows(platform(), (db) => db.selectFrom('oidc_model').selectAll().execute())
    const kinds = new Set(kept.map(({ kind }) => kind))
    for (const kind of ['AuthorizationCode', 'RefreshToken', 'Grant', 'Interaction', 'PushedAuthorizationRequest']) {
      expect(kinds).toContain(kind)
    }
    const text = JSON.stringify(kept)
    for (const secret of [...secrets, pushed.body.request_uri.split(':').at(-1), client.redirect_uri]) {
      expect(text).not.toContain(secret)
    }
    for (const { id_digest, grant_digest } of kept) {
      for (const stolen of [id_digest, grant_digest ?? '']) {
        expect((await refresh(platform(), client, stolen)).status).toBe(400)
      }
    }
  })

  describe('behind the server', () => {
    let directory: string
    let store: Store
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'sendoff-test-'))
      const { databaseUrl } = platform().config
      store = databaseUrl ? await openPostgres(databaseUrl) : await openSqlite(directory)
    })
    afterAll(async () => {
      await store.close()
      await rm(directory, { recursive: true })
    })

    test('expired rows are removed in batches, and others are kept', async () => {
      const used = { kind: 'Used', payload: null, grant_digest: null, consumed_at: null }
      const old = { ...used, expires_at: Date.now() - 1000 }
      const young = { ...used, id_digest: 'young', expires_at: Date.now() + 60_000 }
      const all = [...Array.from({ length: 1100 }, (_, n) => ({ ...old, id_digest: `old ${n}` })), young]
      await store.transaction((tx) => tx.insertInto('oidc_model').values(all).execute())
      expect(await removeExpired(store, { real: Date.now(), business: Date.now() })).toBe(1100)
      const left = await store.db.selectFrom('oidc_model').select('id_digest').where('kind', '=', 'Used').execute()
      expect(left).toEqual([{ id_digest: 'young' }])
    })

    test('an assertion or a proof is used once', async () => {
      const exp = Math.floor(Date.now() / 1000) + 60
      const used = await Promise.all(Array.from({ length: 20 }, () => useOnce(store, 'client', 'jti', exp)))
      expect(used.filter(Boolean)).toHaveLength(1)
      expect(await useOnce(store, 'clientj', 'ti', exp)).toBe(true)
    })
  })
})

describe.each(stores())('the state of a token, on %s', (kind) => {
  let directory: string
  let database: Awaited<ReturnType<typeof createDatabase>> | undefined
  let store: Store
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sendoff-test-'))
    if (kind === 'postgres') database = await createDatabase(inject('postgresUrl'))
    store = database ? await openPostgres(database.url) : await openSqlite(directory)
  })
  afterAll(async () => {
    await store.close()
    await database?.drop()
    await rm(directory, { recursive: true })
  })

  const claims = { client_id: 'app_1', org_id: 'org_1', jti: 'jti_1', grant_id: 'grant', gid: 'gen_1', scope: '' }

  test.each([
    ['an app', claims, 5],
    ['a person', { ...claims, account_id: 'acct_1' }, 5],
  ])('of %s is read in one query, by keys alone', async (_, read, tables) => {
    const executed = vi.spyOn(heldConnection(store.db) ?? store.db.getExecutor(), 'executeQuery')
    const origin = { address: null, requestId: null }
    const refused = resolveActor(store.db, read as AccessTokenClaims, origin)
    await expect(refused).rejects.toThrow('token_revoked')
    const queries = executed.mock.calls.map(([query]) => query)
    executed.mockRestore()
    expect(queries).toHaveLength(1)
    const { byKey, scanned } = await (kind === 'sqlite' ? planOfSqlite : planOfPostgres)(store, must(queries[0]))
    expect(scanned).toEqual([])
    expect(byKey).toHaveLength(tables)
  })

  test('the check notices a table that is read without a key', async () => {
    const query = store.db.selectFrom('app').selectAll().where('name', '=', 'x').compile()
    const { scanned } = await (kind === 'sqlite' ? planOfSqlite : planOfPostgres)(store, query)
    expect(scanned).toHaveLength(1)
  })
})

type Plan = { byKey: string[]; scanned: string[] }

async function planOfSqlite({ db }: Store, query: CompiledQuery): Promise<Plan> {
  const plan = await db.executeQuery({ ...query, sql: `explain query plan ${query.sql}` })
  const steps = (plan.rows as { detail: string }[]).map(({ detail }) => detail)
  return {
    byKey: steps.filter((step) => /SEARCH .* USING .*INDEX/.test(step)),
    scanned: steps.filter((step) => step.startsWith('SCAN') && step !== 'SCAN CONSTANT ROW'),
  }
}

/** Makes PostgreSQL use an index where it can: it would read the small tables of a test as a whole. */
async function planOfPostgres(store: Store, query: CompiledQuery): Promise<Plan> {
  const nodes = await store.transaction(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx)
    const { rows } = await tx.executeQuery({ ...query, sql: `explain (format json) ${query.sql}` })
    return nodesOf((rows as { 'QUERY PLAN': { Plan: PlanNode }[] }[])[0]?.['QUERY PLAN'][0]?.Plan)
  })
  const named = nodes.map((node) => ({
    type: node['Node Type'],
    on: String(node['Relation Name'] ?? node['Index Name']),
  }))
  return {
    byKey: named.filter(({ type }) => /^(Index|Index Only|Bitmap Index) Scan$/.test(type)).map(({ on }) => on),
    scanned: named.filter(({ type }) => type === 'Seq Scan').map(({ on }) => on),
  }
}

type PlanNode = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: PlanNode[] }

const nodesOf = (node: PlanNode | undefined): PlanNode[] =>
  node ? [node, ...(node.Plans ?? []).flatMap((one) => nodesOf(one))] : []
