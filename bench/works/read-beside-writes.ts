import { type Bench, CONNECTIONS } from '../run/bench.ts'
import type { Row } from '../run/row.ts'
import type { Side, Stand } from '../run/stand.ts'
import { median, quantile } from '../run/statistics.ts'
import { inTurns } from '../run/turns.ts'
import { startClient } from '../servers/client.ts'
import { readOrganization } from './organization-get.ts'
import { newUnlinks } from './unlink.ts'

/** The rate of the reads: few enough that they don't wait for each other. */
const PER_SECOND = 100

/** Measures the p99 of reads at a steady rate, alone and while writes run at their limit, each pair in neighbouring turns. */
export async function compareReadsBesideWrites(bench: Bench, stand: Stand): Promise<Row[]> {
  const reads = bench.size(200, 1000)
  const platforms = stand.sides.filter(({ name }) => name !== 'bare')
  const writer = startClient()
  const sideNamed = (name: string) => platforms.find((side) => side.name === name) as Side
  const p99 = async (side: Side) => {
    const requests = Array.from({ length: reads }, () => readOrganization(side))
    const { latencies } = await bench.client.send(side.server, requests, { connections: 8, perSecond: PER_SECOND })
    return quantile(latencies, 0.99)
  }
  try {
    const measured = await inTurns(
      platforms.map(({ name }) => name),
      bench.options.rounds,
      async (name) => {
        const side = sideNamed(name)
        const alone = await p99(side)
        const isOver = { value: false }
        const writing = writeUntil(isOver, side)
        const beside = await p99(side)
        isOver.value = true
        return { alone, beside, writes: await writing }
      },
    )
    const names = platforms.map(({ name }) => name)
    const of = (figure: 'alone' | 'beside' | 'writes', name: (typeof names)[number]) =>
      median(measured[name].map((one) => one[figure]))
    const told = names.map(
      (name) =>
        `${name} ${of('alone', name).toFixed(1)} ms alone, ${of('beside', name).toFixed(1)} ms beside ${of('writes', name).toFixed(0)} unlinks a second`,
    )
    return [
      {
        title: "a read's p99 while writes run at their limit ÷ alone, SQLite",
        unit: '×',
        figures: Object.fromEntries(
          names.map((name) => [name, measured[name].map(({ alone, beside }) => beside / alone)]),
        ),
        goals: [{ most: 3 }],
        note: told.join('; '),
      },
    ]
  } finally {
    writer.stop()
  }

  /** Unlinks as fast as the server answers. @returns the unlinks per second */
  async function writeUntil(isOver: { value: boolean }, side: Side): Promise<number> {
    const figures: number[] = []
    while (!isOver.value) {
      const unlinks = await newUnlinks(side, CONNECTIONS * 20)
      figures.push((await writer.send(side.server, unlinks, { connections: CONNECTIONS })).perSecond)
    }
    return median(figures)
  }
}
