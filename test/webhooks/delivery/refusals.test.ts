import { expect, test } from 'vitest'
import { OPENS_AT } from '../../../packages/server/src/webhooks/delivery/pace/health.ts'
import {
  afterFailure,
  afterSuccess,
  chooseDifferent,
  isRefused,
  type Marks,
  NO_REFUSALS,
  type Refusals,
} from '../../../packages/server/src/webhooks/delivery/pace/refusals.ts'
import type { Answer, FailureCode } from '../../../packages/server/src/webhooks/request/send.ts'

const MINUTE = 60_000
const answered = (status: number) => ({ status, error: null }) as Answer
const failed = (code: FailureCode) => ({ status: null, error: { code, message: '' } }) as Answer
let number = 0
const event = (type: string, subject: string | null = null): Marks => ({ eventId: `evt_${number++}`, type, subject })

/** Refusals after a success, and then failures in a row, each of another event of one type about another subject. */
function afterFailures(answer: Answer, count: number, now = 0): Refusals {
  let refusals = afterSuccess(NO_REFUSALS, event('member.left', 'acc_well'), 0)
  for (let n = 0; n < count; n++) refusals = afterFailure(refusals, event('member.left', `acc_${n}`), answer, now)
  return refusals
}
const opens = ({ unexplained }: Refusals) => unexplained >= OPENS_AT

test.each([
  ['500', answered(500)],
  ['503', answered(503)],
  ['401', answered(401)],
  ['404', answered(404)],
  ['429', answered(429)],
  ['no answer in time', failed('timeout')],
  ['a connection that ends', failed('reset')],
  ['no connection', failed('connect')],
])(
  'five failures in a row by %s open the breaker, though other events of their type were taken before',
  (_, answer) => {
    expect([opens(afterFailures(answer, 4)), opens(afterFailures(answer, 5))]).toEqual([false, true])
  },
)

test.each([400, 413, 415, 422])(
  'events that are answered %i, whatever their number, open no breaker while others are taken',
  (status) => {
    const refusals = afterFailures(answered(status), 50)
    expect(refusals.unexplained).toBe(0)
    // The next event of the type is like any other.
    expect(isRefused(refusals, event('member.left', 'acc_new'), 0)).toBe(false)
  },
)

test('an event whose content was refused is known from then on, and says nothing of its type or subject', () => {
  const [refused, others] = [event('member.left', 'acc_1'), [event('member.left'), event('member.joined', 'acc_1')]]
  const refusals = afterFailure(afterSuccess(NO_REFUSALS, event('ping'), 0), refused, answered(422), 0)
  expect([refused, ...others].map((one) => isRefused(refusals, one, 0))).toEqual([true, false, false])
})

test('once nothing was taken for five minutes, refused content opens the breaker like any failure', () => {
  expect(opens(afterFailures(answered(422), 5, 5 * MINUTE))).toBe(false)
  expect(opens(afterFailures(answered(422), 5, 5 * MINUTE + 1))).toBe(true)
  let never = NO_REFUSALS
  for (let n = 0; n < 5; n++) never = afterFailure(never, event('member.left'), answered(422), 0)
  expect(opens(never)).toBe(true)
})

test('a type that failed while another was taken is refused: its failures explain themselves, also when they hang', () => {
  let refusals = afterFailure(NO_REFUSALS, event('member.left'), failed('timeout'), 0)
  refusals = afterSuccess(refusals, event('member.joined'), 0)
  for (let n = 0; n < 20; n++) refusals = afterFailure(refusals, event('member.left'), failed('timeout'), MINUTE)
  expect(refusals.unexplained).toBe(0)
  expect(isRefused(refusals, event('member.left'), MINUTE)).toBe(true)
  expect(isRefused(afterSuccess(refusals, event('member.left'), MINUTE), event('member.left'), MINUTE)).toBe(false)
})

test('failures before anything reaches the endpoint are its own, whatever it refuses', () => {
  let refusals = afterFailure(NO_REFUSALS, event('member.left'), answered(500), 0)
  refusals = afterSuccess(refusals, event('member.joined'), 0)
  for (const code of ['dns', 'connect', 'tls', 'refused_destination'] as const) {
    expect(afterFailure(refusals, event('member.left'), failed(code), 0).unexplained).toBe(1)
  }
})

test('a hundred marks are remembered, the latest', () => {
  const refusals = afterFailures(answered(422), 200)
  expect(Object.keys(refusals.marks)).toHaveLength(100)
  expect(Object.keys(refusals.marks).at(-1)).toMatch(/^event:/)
})

test('deliveries to try differ in type, then in subject, from what failed and from each other; the oldest is always among them', () => {
  const refusals = afterFailure(NO_REFUSALS, event('member.left', 'acc_1'), answered(500), 0)
  const candidates = [
    event('member.left', 'acc_1'),
    event('member.left', 'acc_2'),
    event('member.joined', 'acc_1'),
    event('member.joined', 'acc_3'),
    event('ping'),
  ]
  const chosen = (most: number) => chooseDifferent(candidates, refusals, most).map((one) => candidates.indexOf(one))
  expect([chosen(0), chosen(1), chosen(3), chosen(5)]).toEqual([[], [0], [0, 4, 3], [0, 4, 3, 1]])
})
