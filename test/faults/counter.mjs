import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** A consumer in a thread of its own that accepts every delivery, counts it and keeps nothing. */
const counted = new Int32Array(workerData)
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    Atomics.add(counted, 0, 1)
    response.writeHead(204).end()
  })
})
server.listen(0, '127.0.0.1', 1024, () => parentPort.postMessage(server.address().port))
