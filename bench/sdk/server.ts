/** Answers every contestant's request in the same way, in a separate process, so that its work is not counted. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A success for each of them; unknown members are ignored. */
const ANSWER = {
  result: true,
  association_id: 'assoc_1',
  unlinked_at: '2026-11-22T08:00:00.000Z',
  id: 'one',
  object: 'one',
  code: 0,
  msg: 'ok',
  data: {},
}
const TOKEN = {
  ...ANSWER,
  access_token: 't',
  token_type: 'Bearer',
  expires_in: 3600,
  expire: 7200,
  tenant_access_token: 't',
}

const server = createServer((request, response) => {
  const body = JSON.stringify(request.url?.includes('token') ? TOKEN : ANSWER)
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
