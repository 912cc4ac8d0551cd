/**
 * Prints the size and shape of each package, and fails when an import runs up the order of rooms (order.ts), goes in a circle, or
 * reaches from the tests of one feature into another's.
 * Run by `npm run imports`, and by `npm run check`.
 */
import { acrossFeatures } from './features.ts'
import { median } from './graph.ts'
import { judge } from './judge.ts'
import { order } from './order.ts'
import { readSources } from './read.ts'

let failed = false
for (const [name, rooms] of Object.entries(order)) {
  const sources = readSources(`packages/${name}/src`)
  const { arrows, faults, circlesOfFiles, circlesOfRooms } = judge(sources, rooms)
  const lines = [...sources.files].map(([, file]) => file.lines)
  const nows = [...sources.files].reduce((sum, [, file]) => sum + file.nows, 0)
  console.log(
    `${name}: ${lines.length} files, ${median(lines)} lines in the middle, ${Math.max(...lines)} in the longest`,
  )
  console.log(`  ${arrows} arrows between rooms, ${faults.length} faults, ${nows} parameters called now`)
  for (const circle of circlesOfFiles) faults.push(`a circle of files: ${circle.join(', ')}`)
  for (const circle of circlesOfRooms) faults.push(`a circle of rooms: ${circle.join(', ')}`)
  for (const fault of faults) console.error(`  ${fault}`)
  failed ||= faults.length > 0
}
const across = acrossFeatures(readSources('test'))
for (const fault of across) console.error(`test: ${fault}`)
if (failed || across.length > 0) process.exit(1)
