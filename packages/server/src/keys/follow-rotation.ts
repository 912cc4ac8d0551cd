import type { Database, Schema } from '../store/schema.ts'
import type { KeyPurpose } from './key.ts'
import { isRotationRequested, PURPOSES, requestRotation } from './rotation.ts'

type Row = Pick<Schema['signing_key'], 'kid' | 'purpose' | 'state' | 'until'>

export type FollowOptions = {
  /** True to wait until the new keys sign. */
  wait: boolean
  /** Prints a line of progress. */
  print(line: string): void
  /** Waits between two looks. */
  pause(): Promise<void>
  /** The time in which a server must begin, in milliseconds. */
  patience: number
}

const NAMES: Record<KeyPurpose, string> = { access_token: 'Access tokens', webhook: 'Webhooks' }

/**
 * Asks the servers for a rotation and reports its progress.
 *
 * @returns true if a server has begun
 */
export async function followRotation(db: Database, { wait, print, pause, patience }: FollowOptions): Promise<boolean> {
  const before = await readKeys(db)
  const underWay = PURPOSES.every((purpose) => before.some((row) => row.purpose === purpose && row.state === 'next'))
  if (underWay) {
    print('A rotation is under way already; no other one is begun.')
  } else {
    await requestRotation(db)
    print('The servers are asked to rotate their keys.')
    const latest = Date.now() + patience
    while (await isRotationRequested(db)) {
      if (Date.now() > latest) {
        print('No server has answered. The next one that runs on this database will begin.')
        return false
      }
      await pause()
    }
  }
  let rows = await readKeys(db)
  for (const line of published(rows)) print(line)
  if (!wait) {
    print('The servers do this by themselves; nothing has to be waited for.')
    return true
  }
  while (rows.some(({ state }) => state === 'next')) {
    await pause()
    rows = await readKeys(db)
  }
  for (const line of promoted(rows)) print(line)
  return true
}

async function readKeys(db: Database): Promise<Row[]> {
  return db.selectFrom('signing_key').select(['kid', 'purpose', 'state', 'until']).orderBy('kid', 'desc').execute()
}

function published(rows: Row[]): string[] {
  return PURPOSES.flatMap((purpose) => {
    const next = rows.find((row) => row.purpose === purpose && row.state === 'next')
    const active = rows.find((row) => row.purpose === purpose && row.state === 'active')
    if (!next) return []
    return [
      `${NAMES[purpose]}: the next key ${next.kid} is published, for everybody who keeps the key set to get it.`,
      `  From ${at(next.until)} on it signs, and ${active?.kid} only verifies.`,
    ]
  })
}

function promoted(rows: Row[]): string[] {
  return PURPOSES.flatMap((purpose) => {
    const of = (state: Row['state']) => rows.filter((row) => row.purpose === purpose && row.state === state)
    return [
      `${NAMES[purpose]}: ${of('active').map(({ kid }) => kid)} signs.`,
      ...of('retired').map(({ kid, until }) => `  ${kid} verifies what it has signed, and is removed at ${at(until)}.`),
    ]
  })
}

const at = (time: number | null) => new Date(time ?? 0).toISOString()
