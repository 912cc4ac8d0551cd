import fc from 'fast-check'
import { expect, inject, test, vi } from 'vitest'
import { onEachStore } from '../support/platform.ts'
import { handOver } from './held-operations.ts'
import { placeHold, releaseHold } from './hold-operations.ts'
import { expectAgreement, expectSound } from './invariants.ts'
import { apply, confirm, deregister, leave, review, withdraw } from './leaving-operations.ts'
import {
  changeAddress,
  createMember,
  newToken,
  setCondition,
  setRole,
  transferFounder,
  upsertResource,
} from './member-operations.ts'
import { cancelOffboarding, offboard, reschedule, restore } from './offboarding-operations.ts'
import type { Operation } from './operation.ts'
import { accept, advance, cancelDissolution, invite, requestDissolution, unlink } from './organization-operations.ts'
import { setPolicies } from './policy-operations.ts'
import { Real } from './real.ts'
import type { Model } from './state.ts'

const RUNS = inject('part') === 'quick' ? { sqlite: 6, postgres: 2 } : { sqlite: 30, postgres: 8 }
const LONGEST = 60
/** For how long a counterexample is made smaller, in milliseconds. */
const SHRINKING = 120_000

const asked = process.env.SENDOFF_MODEL_RUNS === undefined ? undefined : Number(process.env.SENDOFF_MODEL_RUNS)
const seed = Number(process.env.SENDOFF_MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** The operations to draw from; one that is listed twice is drawn twice as often. */
const operations: Operation[] = [
  ...[advance, advance, advance, offboard, offboard, offboard, restore, restore, restore, createMember, createMember],
  ...[
    createMember,
    changeAddress,
    upsertResource,
    upsertResource,
    upsertResource,
    leave,
    leave,
    setRole,
    setRole,
    setCondition,
    transferFounder,
  ],
  ...[apply, apply, review, review, withdraw, confirm, confirm, deregister, reschedule, cancelOffboarding],
  ...[handOver, handOver, setPolicies, setPolicies, placeHold, placeHold, releaseHold, releaseHold],
  ...[invite, accept, unlink, requestDissolution, cancelDissolution, newToken],
]

/** One step: an operation with what was chosen for it. */
class Step implements fc.AsyncCommand<Model, Real> {
  readonly operation: Operation
  readonly choice: unknown

  constructor(operation: Operation, choice: unknown) {
    this.operation = operation
    this.choice = choice
  }

  check = (model: Readonly<Model>) => this.operation.plan(model as Model, undefined as never, this.choice) !== undefined

  /** Sends the request, holds the answer against the rules, and the platform against the model. */
  async run(model: Model, real: Real): Promise<void> {
    const plan = this.operation.plan(model, real, this.choice)
    if (!plan) return
    try {
      const before = plan.refusal === undefined ? undefined : await real.dump()
      const answer = await plan.send()
      const code = answer.status < 300 ? undefined : (answer.body.code ?? answer.status)
      model.story.push(`${plan.says}: ${code ?? answer.status}`)
      expect(code, 'the answer').toBe(plan.refusal)
      if (before) expectUnchanged(before, await real.dump())
      else await plan.follow(answer)
      await expectAgreement(model, real)
    } catch (error) {
      throw told(model, plan.says, error)
    }
  }

  toString = () => `${this.operation.name}(${JSON.stringify(this.choice)})`
}

/** Compares text first: that is all there is to do as a rule, and much faster. */
function expectUnchanged(before: object, after: object): void {
  if (JSON.stringify(after) !== JSON.stringify(before)) expect(after, 'nothing has changed').toEqual(before)
}

/** Describes the fault and the steps that led to it. */
function told(model: Model, says: string, error: unknown): Error {
  const steps = model.story.map((step, i) => `  ${i + 1}. ${step}`).join('\n')
  return new Error(`${error instanceof Error ? error.message : error}\nat: ${says}\nafter:\n${steps}`, { cause: error })
}

const steps = fc.commands(
  operations.map((operation) => operation.choice.map((choice) => new Step(operation, choice))),
  { maxCommands: LONGEST, size: 'max' },
)

onEachStore((platform, store) => {
  const numRuns = asked ?? RUNS[store]
  const timeout = 60_000 + SHRINKING + numRuns * 10_000

  test('whatever is done in whatever order, the rules hold', { timeout }, async () => {
    await using real = await Real.open(platform())
    const seen = new Map<string, number>()
    const property = fc.asyncProperty(steps, async (sequence) => {
      // Time is moved by the steps only, so that the model knows it to the millisecond.
      const now = Date.now()
      vi.useFakeTimers({ toFake: ['Date'], now })
      try {
        const model = await real.begin(now)
        await fc.asyncModelRun(() => ({ model, real }), sequence)
        await expectSound(model, real).catch((error) => {
          throw told(model, 'the end', error)
        })
        count(seen, model.story)
      } finally {
        vi.useRealTimers()
      }
    })
    const began = Date.now()
    await fc.assert(property, { seed, numRuns, interruptAfterTimeLimit: timeout - 30_000 })
    const taken = [...seen.values()].reduce((sum, n) => sum + n, 0)
    const codes = [...seen].toSorted(([, a], [, b]) => b - a).map(([code, n]) => `${code} ${n}`)
    console.log(
      `${store}: ${numRuns} sequences, ${taken} steps in ${Math.round((Date.now() - began) / 1000)} s, SENDOFF_MODEL_SEED=${seed}`,
      `(${codes.join(', ')})`,
    )
  })
})

/** Counts how the steps were answered. */
function count(seen: Map<string, number>, story: string[]): void {
  for (const step of story) {
    const answer = step.slice(step.lastIndexOf(' ') + 1)
    seen.set(answer, (seen.get(answer) ?? 0) + 1)
  }
}
