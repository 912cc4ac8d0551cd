import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryDirectory } from './process.ts'

/** A certificate for 127.0.0.1 that signs itself, and its file for NODE_EXTRA_CA_CERTS. */
export function selfSigned() {
  const folder = temporaryDirectory()
  const [file, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const form = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync('openssl', [...form, ...names, '-keyout', key, '-out', file], { stdio: 'ignore' })
  return { file, cert: readFileSync(file), key: readFileSync(key) }
}

/** A proxy with TLS in front of a port of this machine, which appends the caller to `X-Forwarded-For`. */
export async function startTlsProxy({ cert, key }: { cert: Buffer; key: Buffer }, port: number) {
  const server = createServer({ cert, key }, (req, res) => {
    const headers = { ...req.headers, 'x-forwarded-for': req.socket.remoteAddress ?? '' }
    const onward = request({ host: '127.0.0.1', port, method: req.method, path: req.url, headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    onward.on('error', () => res.writeHead(502).end())
    req.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
