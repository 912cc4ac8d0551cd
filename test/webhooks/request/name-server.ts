import { createSocket } from 'node:dgram'
import { isIPv4 } from 'node:net'
import { onTestFinished } from 'vitest'
import { type Lookup, lookUp } from '../../../packages/server/src/net/resolve.ts'

/** A question. */
export interface Question {
  name: string
  type: 'A' | 'AAAA'
}

/** The records that answer: addresses, a `CNAME` (a name with a trailing dot), nothing, or silence. */
export type Zone = (question: Question) => string[] | 'silence'

/**
 * A DNS server on 127.0.0.1 over UDP (RFC 1035), closed with the test; every record has a TTL of 0.
 *
 * @param zone answers each question
 * @param delays the delay of each type of answer, in milliseconds
 * @returns the platform's own lookup, which asks this server, and the questions so far
 */
export async function nameServer(
  zone: Zone,
  delays: Partial<Record<Question['type'], number>> = {},
): Promise<{ lookup: Lookup; asked: Question[] }> {
  const timers = new Set<NodeJS.Timeout>()
  const asked: Question[] = []
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const question = questionOf(query)
    asked.push(question)
    const records = zone(question)
    if (records === 'silence') return
    const send = () => socket.send(reply(query, records), from.port, from.address)
    const delay = delays[question.type]
    if (delay === undefined) send()
    else timers.add(setTimeout(send, delay))
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const timer of timers) clearTimeout(timer)
    socket.close()
  })

  const servers = [`127.0.0.1:${socket.address().port}`]
  const lookup: Lookup = (hostname) => lookUp(hostname, servers)
  return { lookup, asked }
}

function questionOf(query: Buffer): Question {
  const labels: string[] = []
  let at = 12
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1) === 28 ? 'AAAA' : 'A' }
}

function reply(query: Buffer, records: string[]): Buffer {
  const header = Buffer.from(query.subarray(0, 12))
  header.writeUInt16BE(0x8180, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(records.length, 6)
  header.writeUInt32BE(0, 8)
  const questionEnd = query.indexOf(0, 12) + 5
  const parts = [header, query.subarray(12, questionEnd)]
  let owner: Buffer = Buffer.from([0xc0, 12])
  for (const record of records) {
    const data = record.endsWith('.') ? nameBytes(record) : addressBytes(record)
    const type = record.endsWith('.') ? 5 : data.length === 4 ? 1 : 28
    const fixed = Buffer.alloc(10)
    fixed.writeUInt16BE(type, 0)
    fixed.writeUInt16BE(1, 2)
    fixed.writeUInt16BE(data.length, 8)
    parts.push(owner, fixed, data)
    // Records after an alias belong to its target.
    if (type === 5) owner = data
  }
  return Buffer.concat(parts)
}

function nameBytes(name: string): Buffer {
  const labels = name.split('.').filter((label) => label !== '')
  return Buffer.concat([
    ...labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]),
    Buffer.from([0]),
  ])
}

function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number))
  const [head = '', tail = ''] = address.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const [left, right] = [groups(head), groups(tail)]
  const all = [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right]
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]))
}
