import type { Answer } from '../../request/send.ts'

/** The properties of a delivery by which an endpoint may refuse it. */
export type Marks = { eventId: string; type: string; subject: string | null }

/**
 * The marks of deliveries that failed and have had no success since, and the number of failures that no mark explains. An endpoint that
 * is down fails with everything; one that refuses certain events takes the others. Times are business times, in milliseconds.
 */
export type Refusals = {
  /** Failures in a row that may be the endpoint's own. */
  unexplained: number
  /** By mark: its last failure, and whether another delivery succeeded since its first failure. The latest come last. */
  marks: Readonly<Record<string, Mark>>
  lastSuccessAt: number | null
}

type Mark = { at: number; refused: boolean }

/** The time after the last success for which a refusal explains failures, in milliseconds; later the endpoint may be down. */
const EXPLAINS_FOR = 5 * 60_000
/** The time after which a mark without a failure is forgotten, in milliseconds. */
const REMEMBERED_FOR = 24 * 60 * 60_000
/** The most marks of an endpoint. */
const MOST = 100

export const NO_REFUSALS: Refusals = { unexplained: 0, marks: {}, lastSuccessAt: null }

/** The keys of a delivery's marks. */
const keysOf = ({ eventId, type, subject }: Marks): string[] => [
  `type:${type}`,
  ...(subject === null ? [] : [`subject:${subject}`]),
  eventKey(eventId),
]

const eventKey = (eventId: string) => `event:${eventId}`

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

/** The refusals after a success: its own marks are cleared, and those that failed before are refused. */
export function afterSuccess({ marks }: Refusals, delivery: Marks, now: number): Refusals {
  const own = new Set(keysOf(delivery))
  const left = Object.entries(marks)
    .filter(([key, { at }]) => !own.has(key) && now - at <= REMEMBERED_FOR)
    .map(([key, { at }]) => [key, { at, refused: true }] as const)
  return { unexplained: 0, marks: Object.fromEntries(left), lastSuccessAt: now }
}

/**
 * The refusals after a failure. One that a refusal explains says nothing new, and one whose answer judges the content says only that this
 * event is refused; any other failure may be the endpoint's own.
 */
export function afterFailure(refusals: Refusals, delivery: Marks, answer: Answer, now: number): Refusals {
  const unexplained = refusals.unexplained + 1
  if (isUnreachable(answer)) return { ...refusals, unexplained }
  const isExplained = isRefused(refusals, delivery, now)
  const isOfContent = !isExplained && isTakingOthers(refusals, now) && judgesContent(answer)
  const wasRefused = (key: string) => refusals.marks[key]?.refused ?? false
  const keys = keysOf(delivery).filter((key) => !isExplained || wasRefused(key))
  const event = eventKey(delivery.eventId)
  const failed = keys.map((key) => {
    const refused = wasRefused(key) || (isOfContent && key === event)
    return [key, { at: now, refused }] as const
  })
  const others = Object.entries(refusals.marks).filter(([key]) => !keys.includes(key))
  return {
    ...refusals,
    ...(!isExplained && !isOfContent && { unexplained }),
    marks: Object.fromEntries([...others, ...failed].slice(-MOST)),
  }
}

/** Tells whether no event reached the endpoint, so that the event can't have been the cause. */
const isUnreachable = ({ error, status }: Answer): boolean =>
  status === null && error !== null && ['dns', 'connect', 'tls', 'refused_destination'].includes(error.code)

/** Tells whether the answer is about the content of this request (RFC 9110 sections 15.5.1, 15.5.14, 15.5.16 and 15.5.21). */
const judgesContent = ({ error, status }: Answer): boolean =>
  error === null && status !== null && [400, 413, 415, 422].includes(status)

/**
 * Chooses deliveries to try that differ in type and subject from what failed and from each other, newest first. The first is the
 * one that has waited longest, so that each has its turn.
 *
 * @param candidates by the time at which they fell due
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
