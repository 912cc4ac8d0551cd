import type { Answer } from '../../request/send.ts'

/** The marks of a delivery that may be why an endpoint refuses it. */
export type Marks = { eventId: string; type: string; subject: string | null }

/**
 * The marks of deliveries that failed and have had no success since, and the failures that no mark explains. An endpoint that is
 * down fails with everything; one that refuses certain events takes the others.
 */
export type Refusals = {
  /** Failures in a row that may be the endpoint's own. */
  unexplained: number
  /** By mark: when it failed last, and whether another delivery succeeded since its first failure. The latest come last. */
  marks: Readonly<Record<string, Mark>>
  /** In milliseconds of business time, as all times here. */
  lastSuccessAt: number | null
}

type Mark = { at: number; refused: boolean }

/** A refusal explains failures for 5 minutes after the last success; without one the endpoint may be down. */
const EXPLAINS_FOR = 5 * 60_000
/** A mark without a failure for a day is forgotten. */
const KEPT_FOR = 24 * 60 * 60_000
/** More marks than this are not kept. */
const MOST = 100

export const noRefusals: Refusals = { unexplained: 0, marks: {}, lastSuccessAt: null }

/** The keys of a delivery's marks. */
export const keysOf = ({ eventId, type, subject }: Marks): string[] => [
  `type:${type}`,
  ...(subject === null ? [] : [`subject:${subject}`]),
  `event:${eventId}`,
]

/** Tells whether the endpoint takes others at present and refused this delivery, or others with one of its marks. */
export function isRefused(refusals: Refusals, delivery: Marks, now: number): boolean {
  return isTakingOthers(refusals, now) && keysOf(delivery).some((key) => refusals.marks[key]?.refused)
}

/** Tells whether the endpoint refuses anything while it takes others. */
export function isRefusing(refusals: Refusals, now: number): boolean {
  return isTakingOthers(refusals, now) && Object.values(refusals.marks).some(({ refused }) => refused)
}

const isTakingOthers = ({ lastSuccessAt }: Refusals, now: number) =>
  lastSuccessAt !== null && now - lastSuccessAt <= EXPLAINS_FOR

/** After a success: its own marks are cleared, and those that failed before are refused. */
export function afterSuccess({ marks }: Refusals, delivery: Marks, now: number): Refusals {
  const own = new Set(keysOf(delivery))
  const left = Object.entries(marks)
    .filter(([key, { at }]) => !own.has(key) && now - at <= KEPT_FOR)
    .map(([key, { at }]) => [key, { at, refused: true }] as const)
  return { unexplained: 0, marks: Object.fromEntries(left), lastSuccessAt: now }
}

/** After a failure: one that a refusal explains says nothing new; any other may be the endpoint's. */
export function afterFailure(refusals: Refusals, delivery: Marks, answer: Answer, now: number): Refusals {
  const unexplained = refusals.unexplained + 1
  if (isUnreachable(answer)) return { ...refusals, unexplained }
  const explained = isRefused(refusals, delivery, now)
  const keys = keysOf(delivery).filter((key) => !explained || refusals.marks[key]?.refused)
  const others = Object.entries(refusals.marks).filter(([key]) => !keys.includes(key))
  const failed = keys.map((key) => [key, { at: now, refused: refusals.marks[key]?.refused ?? false }] as const)
  return {
    ...refusals,
    ...(!explained && { unexplained }),
    marks: Object.fromEntries([...others, ...failed].slice(-MOST)),
  }
}

/** Tells whether no event reached the endpoint, so that the event can't have been the cause. */
function isUnreachable({ error, status }: Answer): boolean {
  return status === null && error !== null && ['dns', 'connect', 'tls', 'refused_destination'].includes(error.code)
}

/**
 * Chooses deliveries to try that differ in type and subject from what failed and from each other, newest first. The first is the
 * one that has waited longest, so that each has its turn.
 *
 * @param candidates by when they fell due
 */
export function chooseDifferent<Candidate extends Marks>(
  candidates: readonly Candidate[],
  { marks }: Refusals,
  most: number,
): Candidate[] {
  const [first] = candidates
  if (!first || most < 1) return []
  const chosen = [first]
  const newest = candidates.slice(1).sort((a, b) => (a.eventId < b.eventId ? 1 : -1))
  const seen = new Set([...Object.keys(marks), ...keysOf(first)])
  for (const mark of ['type', 'subject'] as const) {
    for (const one of newest) {
      if (chosen.length >= most) return chosen
      if (one[mark] === null || seen.has(`${mark}:${one[mark]}`)) continue
      chosen.push(one)
      for (const key of keysOf(one)) seen.add(key)
    }
  }
  return chosen
}
