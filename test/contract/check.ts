import * as fc from 'fast-check'
import type { Caller, Callers } from '../support/contract/callers.ts'
import { type Answer, checkAnswer } from '../support/contract/check-answer.ts'
import type { Located } from '../support/contract/operations.ts'
import { requestsOf } from '../support/contract/request.ts'
import { type Sent, send } from '../support/contract/send.ts'
import { soundRequests, type World } from '../support/contract/world.ts'
import { checkVerdict } from './check-verdict.ts'
import { anyhow, edgeRequests } from './edge-requests.ts'

/** Printed with a failure; another one asks other questions. */
const SEED = Number(process.env.CONTRACT_SEED ?? 20261122)

type Options = { base: string; world: World; runs: number; shrink?: boolean }

/**
 * Sends the requests of an operation that succeed, those at every edge of what it takes, and then generated ones.
 *
 * @returns the first answer that the contract does not allow, and every status that was seen
 */
export async function checkOperation(operation: Located, { base, world, runs, shrink = true }: Options) {
  const callers = await world.callers(operation)
  const [first] = callers.right
  if (!first) throw new Error(`nobody may call ${operation.id}`)
  const sound = soundRequests(world, operation.id)
  const [example] = sound

  const hints = world.hints(operation.id)
  const seen = new Set<number>()
  const property = fc.asyncProperty(callersIn(callers), requestsOf(operation, hints), async (caller, sent) => {
    const answer = await send(base, operation, caller, sent)
    seen.add(answer.status)
    const faults = [...checkAnswer(operation, answer), ...checkVerdict(operation, caller, sent, answer, hints)]
    const right = caller === first && sound.includes(sent)
    if (right && answer.status >= 300) faults.push(`answers ${answer.status}, and the request was right`)
    if (faults.length > 0) throw new Error(report(operation, caller, sent, answer, faults))
  })
  const edges = sound.flatMap((sent) => edgeRequests(operation, sent))
  const examples = [
    ...callers.wrong.flatMap((caller) => askedBy(caller, anyhow(operation, example))),
    ...askedBy(first, [...sound, ...edges]),
  ]
  const numRuns = examples.length + runs
  const outcome = await fc.check(property, { seed: SEED, numRuns, examples, endOnFailure: !shrink })
  return { failure: outcome.failed ? failureOf(outcome) : undefined, seen: [...seen] }
}

const askedBy = (caller: Caller, all: Sent[]) => all.map((sent): [Caller, Sent] => [caller, sent])

function callersIn({ right, wrong }: Callers): fc.Arbitrary<Caller> {
  const may = { weight: 3, arbitrary: fc.constantFrom(...right) }
  return wrong.length === 0 ? may.arbitrary : fc.oneof(may, { weight: 1, arbitrary: fc.constantFrom(...wrong) })
}

function failureOf({ errorInstance, counterexamplePath, numRuns }: fc.RunDetails<[Caller, Sent]>): string {
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  return `${message}\n(seed ${SEED}, path ${counterexamplePath}, after ${numRuns} requests)`
}

function report({ id }: Located, caller: Caller, sent: Sent, { status, text }: Answer, faults: string[]): string {
  const short = (all: string) => (all.length > 2000 ? `${all.slice(0, 2000)}…` : all)
  return [
    ...faults.map((fault) => `${id} ${fault}`),
    `asked by ${caller.name}: ${short(JSON.stringify(sent))}`,
    `answered ${status}: ${short(text)}`,
  ].join('\n')
}
