import type { Answer } from '../../request/send.ts'
import { mayBegin, type Ready } from './claimed.ts'
import type { EndpointPace } from './endpoint-pace.ts'
import type { Instant } from './instant.ts'
import type { Made } from './made.ts'
import type { Attempt, Commands, Pace } from './pace.ts'

/** An attempt is over. @returns it as it is to be recorded, and the commands that follow */
export function attemptEnded(
  pace: Pace,
  attempt: Attempt,
  { answer, startedAt }: { answer: Answer; startedAt: number },
  at: Instant,
): { made: Made; commands: Commands } {
  const { claimed } = attempt.ready
  const made: Made = { claimed, answer, startedAt, endedAt: at.business, isBlameless: false }
  const { isOwn, forgiven } = pace.network.ended(made, at)
  made.isBlameless = isOwn
  const endpoint = pace.endpoints.of(claimed.endpointId)
  endpoint.ended(made, at)
  pace.unrecorded++
  for (const one of forgiven) {
    // If it is not recorded yet, it will be as blameless.
    one.isBlameless = true
    pace.endpoints.of(one.claimed.endpointId).forgiven()
  }
  return { made, commands: { ...over(pace, attempt, endpoint, at), forgive: forgiven } }
}

/** An attempt that began was not made; its lease ends by itself. */
export function attemptNotMade(pace: Pace, attempt: Attempt, at: Instant): Commands {
  const endpoint = pace.endpoints.of(attempt.ready.claimed.endpointId)
  pace.network.notMade()
  endpoint.notMade(attempt.ready.claimed)
  return over(pace, attempt, endpoint, at)
}

/** The options with which attempts are recorded at a real time. */
export function recordOptions(pace: Pace, made: Made[], real: number) {
  const endpoints = [...new Set(made.map(({ claimed }) => pace.endpoints.of(claimed.endpointId)))]
  const toWrite = endpoints.filter((endpoint) => endpoint.isToBeWritten(real)).map(({ endpointId }) => endpointId)
  const concurrencyOf = (endpointId: string) => pace.endpoints.of(endpointId).concurrency
  return { real, healthToWrite: new Set(toWrite), concurrencyOf }
}

/** Attempts were recorded, and the health of some endpoints with them, at a real time. */
export function attemptsRecorded(pace: Pace, made: Made[], written: string[], real: number): void {
  for (const endpointId of written) pace.endpoints.of(endpointId).written(real)
  recordingGivenUp(pace, made)
  // The next delivery about the same subject may be due.
  for (const { claimed } of made) if (claimed.inOrder) pace.turns.mayBeDue(claimed.endpointId)
}

/** The recording of attempts was given up. */
export function recordingGivenUp(pace: Pace, made: Made[]): void {
  pace.unrecorded -= made.length
  for (const { claimed } of made) pace.endpoints.of(claimed.endpointId).recorded()
}

/** The process stops. @returns the command to give back what was claimed and did not begin */
export function processStops(pace: Pace): Commands {
  return giveBack(
    pace,
    pace.endpoints.all.flatMap((endpoint) => endpoint.takeAll()),
  )
}

/** Begins what may be sent to endpoints now, and gives back what was claimed for them and can't be sent. */
export function proceed(pace: Pace, endpoints: EndpointPace[], at: Instant): Commands {
  const isPaused = pace.network.pausedUntil > at.business
  const begin: Attempt[] = []
  const late: Ready[] = []
  for (const endpoint of endpoints) {
    for (
      let next = isPaused ? undefined : endpoint.takeNext(at.business);
      next;
      next = endpoint.takeNext(at.business)
    ) {
      if (mayBegin(next, at.steady)) begin.push(started(pace, endpoint, next, at.steady))
      else late.push(next)
    }
    if (isPaused || endpoint.isStopped || endpoint.isPaused(at.business)) late.push(...endpoint.takeAll())
  }
  return { ...giveBack(pace, late), begin }
}

/** Takes account of claims that will not be sent. */
export function giveBack(pace: Pace, unsent: Ready[]): Commands {
  pace.ahead -= unsent.length
  return { begin: [], giveBack: unsent.map(({ claimed }) => claimed), forgive: [] }
}

function started(pace: Pace, endpoint: EndpointPace, ready: Ready, steady: number): Attempt {
  const isRetry = ready.claimed.attempts > 0
  pace.ahead--
  pace.network.began()
  endpoint.began(ready.claimed, steady)
  return { ready, isRetry, slot: pace.slots.take(isRetry, steady) }
}

function over(pace: Pace, { slot, isRetry }: Attempt, endpoint: EndpointPace, at: Instant): Commands {
  pace.slots.giveBack(slot, isRetry)
  const commands = proceed(pace, [endpoint], at)
  pace.turns.attemptEnded(endpoint.endpointId)
  if (endpoint.hasRoomForRefused(at.business)) pace.turns.mayBeDue(endpoint.endpointId)
  return commands
}
