import { sql } from 'kysely'
import type { Config } from '../../config.ts'
import { createSealer } from '../../crypto/seal.ts'
import { sealPurpose } from '../../keys/key.ts'
import { migrationState } from '../../store/migrate.ts'
import { MODE_SETTING } from '../../store/mode.ts'
import { openBeside } from '../../store/open-beside.ts'
import type { Database } from '../../store/schema.ts'
import { StoreUnavailable } from '../../store/store.ts'
import type { Texts } from '../texts/en.ts'
import { clockFinding } from './clock.ts'
import { type Finding, findingsOf, reasonOf } from './finding.ts'

const of = findingsOf('database')

/** The PostgreSQL with which the tests run. */
const TESTED = 18

type Place = Pick<Config, 'databaseUrl' | 'dataDirectory'>
type Given = { mode: Config['mode']; masterKey: Buffer | undefined }

/** Tries the database: its state, its rights, its clock, and whether the master key opens its keys. Changes nothing. */
export async function checkDatabase(place: Place, given: Given, texts: Texts): Promise<Finding[]> {
  const { database: t } = texts.check
  let db: Database | undefined
  try {
    db = openBeside(place)
    return await examine(db, place, given, texts)
  } catch (error) {
    const isNew = error instanceof StoreUnavailable && place.databaseUrl === undefined && error.cause === undefined
    if (isNew) return [of.ok(t.willBeMade)]
    const { code, message } = reasonOf(error)
    const action = place.databaseUrl === undefined ? t.restoreBackup : t.checkUrl
    return [of.wrong(t.unreachable(message || code), action)]
  } finally {
    await db?.destroy()
  }
}

async function examine(db: Database, place: Place, given: Given, texts: Texts): Promise<Finding[]> {
  const { database: t } = texts.check
  const isPostgres = place.databaseUrl !== undefined
  const started = performance.now()
  await sql`select 1`.execute(db)
  const ms = Math.round(performance.now() - started)
  const state = await migrationState(db)
  const isEmpty = state.pending.length === (await migrationState(undefined)).pending.length
  const findings = isPostgres ? await examinePostgres(db, isEmpty || state.pending.length > 0, texts) : []
  if (state.newer.length > 0) findings.push(of.wrong(t.newer(state.newer), t.useNewer))
  const bound = isEmpty ? undefined : await boundMode(db)
  if (bound !== undefined && bound !== given.mode) findings.push(of.wrong(t.otherMode(bound), t.setOther))
  if (findings.every(({ status }) => status !== 'wrong')) {
    const kind = isPostgres ? 'PostgreSQL' : 'SQLite'
    const sound = isEmpty ? t.empty : state.pending.length > 0 ? t.pending(state.pending.length) : t.fine(kind, ms)
    findings.push(of.ok(sound))
  }
  if (!isEmpty && given.masterKey) findings.push(await checkMasterKey(db, given.masterKey, texts))
  findings.push(await checkClock(db, isPostgres, texts))
  return findings
}

async function examinePostgres(
  db: Database,
  needsTables: boolean,
  { check: { database: t } }: Texts,
): Promise<Finding[]> {
  const { rows } = await sql<{ version: string; encoding: string; user: string; creates: boolean }>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
      current_user::text as user, coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) as creates`.execute(
    db,
  )
  const [is] = rows
  if (!is) return []
  return [
    ...(is.encoding === 'UTF8' ? [] : [of.wrong(t.encoding(is.encoding), t.makeUtf8)]),
    ...(Number.parseInt(is.version, 10) < TESTED ? [of.warning(t.old(is.version), t.upgrade)] : []),
    ...(needsTables && !is.creates ? [of.wrong(t.mayNotCreate(is.user), t.grant(is.user))] : []),
  ]
}

async function boundMode(db: Database): Promise<string | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', MODE_SETTING).executeTakeFirst()
  return row?.value
}

async function checkMasterKey(db: Database, masterKey: Buffer, { check: { masterKey: t } }: Texts): Promise<Finding> {
  const of = findingsOf('master_key')
  const row = await db.selectFrom('signing_key').select(['purpose', 'sealed']).limit(1).executeTakeFirst()
  if (!row) return of.ok(t.unused)
  try {
    createSealer(masterKey).open(row.sealed, sealPurpose(row.purpose))
    return of.ok(t.fine)
  } catch {
    return of.wrong(t.wrong, t.restore)
  }
}

async function checkClock(db: Database, isPostgres: boolean, texts: Texts): Promise<Finding> {
  const { clock: t } = texts.check
  if (!isPostgres) return findingsOf('clock').ok(t.alone)
  const before = Date.now()
  const { rows } = await sql<{ now: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as now`.execute(db)
  return (
    clockFinding(t.database, Number(rows[0]?.now) - (before + Date.now()) / 2, texts) ?? findingsOf('clock').ok(t.fine)
  )
}
