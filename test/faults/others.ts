import { setTimeout as delay } from 'node:timers/promises'
import type { Caller } from '../support/platform.ts'

/** Milliseconds; a token lives for an hour. */
const RENEWED_AFTER = 600_000

/** Makes reads and writes for the demo's first organisation, one after the other, while something happens to another one. */
export function watchOthers(caller: Caller) {
  const { org_id } = caller.organization(0)
  const { account_id } = caller.member(org_id, 'member')
  let reads: number[] = []
  let writes: number[] = []
  let asked = 0
  let token = ''
  let renewAt = 0
  /** A load may last longer than a token. */
  const currentToken = async () => {
    if (performance.now() >= renewAt) {
      token = await caller.appToken(org_id, 'org:read', 'member:condition:write')
      renewAt = performance.now() + RENEWED_AFTER
    }
    return token
  }
  const timed = async (into: number[], request: () => Promise<{ status: number }>) => {
    asked++
    const start = performance.now()
    if ((await request()).status === 200) into.push(performance.now() - start)
  }
  const round = async (i: number) => {
    const as = await currentToken()
    await timed(reads, () => caller.get('/v1.0/organization', as))
    const body = { condition: i % 2 ? 'normal' : 'frozen' }
    await timed(writes, () => caller.call('PUT', `/v1.0/members/${account_id}/condition`, { token: as, body }))
  }
  return {
    async rounds(count: number) {
      for (let i = 0; i < count; i++) await round(i)
    },
    keepOn() {
      let stopped = false
      const ended = (async () => {
        for (let i = 0; !stopped; i++) {
          await round(i)
          await delay(20)
        }
      })()
      return {
        async stop() {
          stopped = true
          await ended
        },
      }
    },
    take() {
      const taken = { reads, writes, asked, answered: reads.length + writes.length }
      ;[reads, writes, asked] = [[], [], 0]
      return taken
    },
  }
}

export function describeLatencies({ reads, writes }: { reads: number[]; writes: number[] }): string {
  const at = (values: number[], share: number) =>
    (values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN).toFixed(1)
  return [
    `reads p50 ${at(reads, 0.5)} p99 ${at(reads, 0.99)} ms`,
    `writes p50 ${at(writes, 0.5)} p99 ${at(writes, 0.99)} ms (${writes.length})`,
  ].join(', ')
}
