import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// Loaded into a server before its own modules: collects garbage at each message, and answers with the size of the live heap in MiB.
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
process.on('message', () => {
  collect()
  process.send?.(process.memoryUsage().heapUsed / 1024 ** 2)
})
process.channel?.unref()
