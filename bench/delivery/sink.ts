import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// A consumer in a process of its own: reads each request and answers 204.
const server = createServer((req, res) => {
  req.resume().on('end', () => res.writeHead(204).end())
}).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
