import { timestamp } from '../clock.ts'
import type { Database, Schema } from '../store/schema.ts'
import type { KeyPurpose } from './key.ts'
import { isRotationRequested, PURPOSES, requestRotation } from './rotation.ts'

type Row = Pick<Schema['signing_key'], 'kid' | 'purpose' | 'state' | 'until'>

/** A step of a rotation, as it is reported; times are RFC 3339. */
export type RotationStep =
  | { step: 'under_way' }
  | { step: 'requested' }
  | { step: 'unanswered' }
  | { step: 'by_itself' }
  | { step: 'published'; purpose: KeyPurpose; kid: string; active: string; signs_at: string }
  | { step: 'signs'; purpose: KeyPurpose; kids: string[] }
  | { step: 'retired'; purpose: KeyPurpose; kid: string; removed_at: string }

export type FollowOptions = {
  /** True to wait until the new keys sign. */
  wait: boolean
  /** Reports a step. */
  print(step: RotationStep): void
  /** Waits between two looks. */
  pause(): Promise<void>
  /** The time in which a server must begin, in milliseconds. */
  patience: number
}

/**
 * Asks the servers for a rotation and reports its progress.
 *
 * @returns true if a server has begun
 */
export async function followRotation(db: Database, { wait, print, pause, patience }: FollowOptions): Promise<boolean> {
  const before = await readKeys(db)
  const underWay = PURPOSES.every((purpose) => before.some((row) => row.purpose === purpose && row.state === 'next'))
  if (underWay) print({ step: 'under_way' })
  else {
    await requestRotation(db)
    print({ step: 'requested' })
    const latest = Date.now() + patience
    while (await isRotationRequested(db)) {
      if (Date.now() > latest) {
        print({ step: 'unanswered' })
        return false
      }
      await pause()
    }
  }
  let rows = await readKeys(db)
  for (const step of published(rows)) print(step)
  if (!wait) {
    print({ step: 'by_itself' })
    return true
  }
  while (rows.some(({ state }) => state === 'next')) {
    await pause()
    rows = await readKeys(db)
  }
  for (const step of promoted(rows)) print(step)
  return true
}

async function readKeys(db: Database): Promise<Row[]> {
  return db.selectFrom('signing_key').select(['kid', 'purpose', 'state', 'until']).orderBy('kid', 'desc').execute()
}

function published(rows: Row[]): RotationStep[] {
  return PURPOSES.flatMap((purpose) => {
    const next = rows.find((row) => row.purpose === purpose && row.state === 'next')
    const active = rows.find((row) => row.purpose === purpose && row.state === 'active')
    if (!next) return []
    const signs_at = timestamp(next.until ?? 0)
    return [{ step: 'published', purpose, kid: next.kid, active: active?.kid ?? '', signs_at }]
  })
}

function promoted(rows: Row[]): RotationStep[] {
  return PURPOSES.flatMap((purpose): RotationStep[] => {
    const of = (state: Row['state']) => rows.filter((row) => row.purpose === purpose && row.state === state)
    return [
      { step: 'signs', purpose, kids: of('active').map(({ kid }) => kid) },
      ...of('retired').map(
        ({ kid, until }) => ({ step: 'retired', purpose, kid, removed_at: timestamp(until ?? 0) }) as const,
      ),
    ]
  })
}
