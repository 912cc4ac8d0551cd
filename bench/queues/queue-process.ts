import { byBullMQ } from './bullmq.ts'
import { byGraphileWorker } from './graphile-worker.ts'
import { byPgBoss } from './pg-boss.ts'
import { byUndici } from './undici.ts'
import type { Times, Turn, Work } from './work.ts'

const queues: Record<string, (work: Work, times: Times) => Promise<void>> = {
  undici: byUndici,
  'pg-boss': byPgBoss,
  'graphile-worker': byGraphileWorker,
  BullMQ: byBullMQ,
}

// A process for one contestant, which its parameter names: makes the deliveries of each message and tells when it began and when they were recorded.
const queue = queues[process.argv[2] ?? '']
process.on('message', async (work: Work) => {
  const begun = Promise.withResolvers<number>()
  const recorded = Promise.withResolvers<number>()
  await queue?.(work, {
    begun: () => begun.resolve(Date.now()),
    recorded: () => recorded.resolve(Date.now()),
  })
  process.send?.({ begun: await begun.promise, recorded: await recorded.promise } satisfies Turn)
})
process.on('disconnect', () => process.exit())
