import { describe, expect, test, vi } from 'vitest'
import { lookUp, ResolutionFailed, resolveDestination } from '../../../packages/server/src/net/resolve.ts'
import { DestinationRefused } from '../../../packages/server/src/net/url.ts'
import { createSender } from '../../../packages/server/src/webhooks/request/send.ts'
import { nameServer, type Zone } from './name-server.ts'
import { answer, receiver } from './receiver.ts'

const live = { allowLoopback: false }
const sandbox = { allowLoopback: true }
const publicAddress = '93.184.215.14'
const publicAddress6 = '2606:2800:21f::1'

describe('a name', () => {
  test('resolves to its public addresses, IPv4 first', async () => {
    const lookup = async () => [publicAddress6, publicAddress]
    expect(await resolveDestination('hooks.example.com', live, lookup)).toEqual([publicAddress, publicAddress6])
  })

  test.each([
    ['loopback', ['127.0.0.1']],
    ['loopback, IPv6', ['::1']],
    ['a public and a private address', [publicAddress, '10.0.0.1']],
    ['a private and a public address', ['10.0.0.1', publicAddress]],
    ['a public IPv4 address and ::1', [publicAddress, '::1']],
    ['a public IPv6 address and loopback', [publicAddress6, '127.0.0.1']],
    ['a mapped address', ['::ffff:127.0.0.1']],
    ['a NAT64 address', ['64:ff9b::7f00:1']],
    ['the metadata service', ['169.254.169.254']],
    ['0.0.0.0', ['0.0.0.0']],
    ['what is no address', ['localhost']],
    ['a zoned address', ['fe80::1%eth0']],
  ])('that leads to %s is refused', async (_, addresses) => {
    const resolving = resolveDestination('hooks.example.com', live, async () => addresses)
    await expect(resolving).rejects.toBeInstanceOf(DestinationRefused)
    await expect(resolving).rejects.toThrow(/^The host must have a public address\.$/)
  })

  test('may resolve to loopback in the sandbox, but not to loopback and other addresses', async () => {
    expect(await resolveDestination('app.localhost', sandbox, async () => ['::1', '127.0.0.1'])).toEqual([
      '127.0.0.1',
      '::1',
    ])
    const mixed = resolveDestination('hooks.example.com', sandbox, async () => ['127.0.0.1', publicAddress])
    await expect(mixed).rejects.toBeInstanceOf(DestinationRefused)
    const inside = resolveDestination('hooks.example.com', sandbox, async () => ['10.0.0.1'])
    await expect(inside).rejects.toBeInstanceOf(DestinationRefused)
  })

  test('that has no address, or whose lookup fails, is a failure of DNS with the code of the resolver', async () => {
    await expect(resolveDestination('x.example.com', live, async () => [])).rejects.toMatchObject({ code: 'ENODATA' })
    const failing = async () => Promise.reject(Object.assign(new Error('queryA ESERVFAIL'), { code: 'ESERVFAIL' }))
    await expect(resolveDestination('x.example.com', live, failing)).rejects.toMatchObject({ code: 'ESERVFAIL' })
    await expect(resolveDestination('x.example.com', live, failing)).rejects.toBeInstanceOf(ResolutionFailed)
  })

  test('whose servers are silent is given up after 3 s', async () => {
    vi.useFakeTimers()
    try {
      const resolving = resolveDestination('x.example.com', live, () => new Promise(() => {}))
      const outcome = resolving.catch((cause: unknown) => cause)
      await vi.advanceTimersByTimeAsync(2_999)
      expect(vi.getTimerCount()).toBe(1)
      await vi.advanceTimersByTimeAsync(1)
      expect(await outcome).toMatchObject({ name: 'ResolutionFailed', code: 'ETIMEOUT' })
    } finally {
      vi.useRealTimers()
    }
  })

  test('of this machine is never looked up', async () => {
    expect(await lookUp('localhost')).toEqual(['127.0.0.1', '::1'])
    expect(await lookUp('app.localhost')).toEqual(['127.0.0.1', '::1'])
  })

  test('that is an address is not looked up', async () => {
    const lookup = vi.fn(async () => [publicAddress])
    expect(await resolveDestination(publicAddress6, live, lookup)).toEqual([publicAddress6])
    await expect(resolveDestination('127.0.0.1', live, lookup)).rejects.toBeInstanceOf(DestinationRefused)
    expect(lookup).not.toHaveBeenCalled()
  })
})

describe('a name that changes its addresses', () => {
  test('is refused on the attempt that finds it changed', async () => {
    const target = await receiver()
    const answers = [[publicAddress], ['127.0.0.1'], [publicAddress, '127.0.0.1']]
    const lookup = async () => answers.shift() ?? ['::1']
    expect(await resolveDestination('rebind.example.com', live, lookup)).toEqual([publicAddress])
    const sender = createSender({ policy: live, lookup })
    for (let attempt = 0; attempt < 3; attempt++) {
      const url = `https://rebind.example.com:${target.port}/`
      const { error } = await sender.send({ key: 'ep_1', url, headers: {}, body: '{}' })
      expect(error?.code).toBe('refused_destination')
    }
    await sender.close()
    expect(target.connections).toBe(0)
  })

  test('is resolved once for each connection, so that no second answer is dialled', async () => {
    const target = await receiver()
    const lookup = vi.fn(async () => (lookup.mock.calls.length === 1 ? ['127.0.0.1'] : ['10.0.0.1']))
    const sender = createSender({ policy: sandbox, lookup })
    const outgoing = { key: 'ep_1', url: `http://app.localhost:${target.port}/`, headers: {}, body: '{}' }
    expect((await sender.send(outgoing)).status).toBe(204)
    expect((await sender.send(outgoing)).status).toBe(204)
    expect([lookup.mock.calls.length, target.connections]).toEqual([1, 1])
    await sender.close()
  })

  test('is checked again when a kept connection is gone', async () => {
    const target = await receiver((socket) => socket.end(answer('204 No Content', '', 'connection: close\r\n')))
    const answers = [['127.0.0.1'], ['192.168.0.1']]
    const sender = createSender({ policy: sandbox, lookup: async () => answers.shift() ?? [] })
    const outgoing = { key: 'ep_1', url: `http://app.localhost:${target.port}/`, headers: {}, body: '{}' }
    expect((await sender.send(outgoing)).status).toBe(204)
    expect((await sender.send(outgoing)).error?.code).toBe('refused_destination')
    await sender.close()
  })
})

describe('with a real DNS server', () => {
  const send = async (lookup: (hostname: string) => Promise<string[]>, port: number) => {
    const sender = createSender({ policy: live, lookup, totalTimeoutMs: 2_000 })
    const url = `https://hooks.example.com:${port}/`
    const { error, timings } = await sender.send({ key: 'ep_1', url, headers: {}, body: '{}' })
    await sender.close()
    return { code: error?.code, dnsMs: timings.dnsMs, connectMs: timings.connectMs }
  }
  const refused = { code: 'refused_destination', dnsMs: null, connectMs: null }

  test('a name that was public and then resolves to 127.0.0.1 gets no connection', async () => {
    const target = await receiver()
    let asked = 0
    const dns = await nameServer(({ type }) => (type === 'AAAA' ? [] : [asked++ === 0 ? publicAddress : '127.0.0.1']))
    expect(await resolveDestination('hooks.example.com', live, dns.lookup)).toEqual([publicAddress])
    expect(await send(dns.lookup, target.port)).toEqual(refused)
    expect(dns.asked.map(({ name, type }) => `${name} ${type}`).toSorted()).toEqual(
      ['A', 'A', 'AAAA', 'AAAA'].map((type) => `hooks.example.com ${type}`),
    )
    expect(target.connections).toBe(0)
  })

  test.each<[string, { A: string[]; AAAA: string[] }]>([
    ['a public and a loopback A', { A: [publicAddress, '127.0.0.1'], AAAA: [] }],
    ['a public A and AAAA ::1', { A: [publicAddress], AAAA: ['::1'] }],
    ['AAAA ::1 alone', { A: [], AAAA: ['::1'] }],
    ['AAAA ::ffff:127.0.0.1', { A: [publicAddress], AAAA: ['::ffff:7f00:1'] }],
    ['a chain of aliases to 127.0.0.1', { A: ['cdn.example.net.', 'edge.example.org.', '127.0.0.1'], AAAA: [] }],
    ['A 0.0.0.0', { A: ['0.0.0.0'], AAAA: [] }],
  ])('%s gets no connection', async (_, zone) => {
    const target = await receiver()
    const dns = await nameServer(({ type }) => zone[type])
    expect(await send(dns.lookup, target.port)).toEqual(refused)
    expect(target.connections).toBe(0)
  })

  test.each<[string, Zone, string]>([
    ['AAAA', ({ type }) => (type === 'A' ? [publicAddress] : 'silence'), publicAddress],
    ['A', ({ type }) => (type === 'A' ? 'silence' : [publicAddress6]), publicAddress6],
  ])('a name whose server drops questions for %s leads to the other addresses', async (_, zone, address) => {
    const dns = await nameServer(zone)
    expect(await resolveDestination('hooks.example.com', live, dns.lookup)).toEqual([address])
  })

  test('a name whose server drops questions for AAAA is refused for its A', async () => {
    const target = await receiver()
    const dns = await nameServer(({ type }) => (type === 'A' ? [publicAddress, '127.0.0.1'] : 'silence'))
    expect(await send(dns.lookup, target.port)).toEqual(refused)
    expect(target.connections).toBe(0)
  })

  test('a family without addresses does not hurry the other one', async () => {
    const dns = await nameServer(({ type }) => (type === 'AAAA' ? [] : [publicAddress]), { A: 400 })
    expect(await resolveDestination('hooks.example.com', live, dns.lookup)).toEqual([publicAddress])
  })

  test('an address that arrives after dialling began is not used', async () => {
    const dns = await nameServer(({ type }) => (type === 'A' ? [publicAddress] : ['::1']), { AAAA: 800 })
    expect(await resolveDestination('hooks.example.com', live, dns.lookup)).toEqual([publicAddress])
  })

  test('a name without addresses is a failure of DNS', async () => {
    const dns = await nameServer(() => [])
    expect(await send(dns.lookup, 8_443)).toMatchObject({ code: 'dns', connectMs: null })
  })

  test('a name whose server is silent is cut at the total limit', async () => {
    const dns = await nameServer(() => 'silence')
    const sender = createSender({ policy: live, lookup: dns.lookup, totalTimeoutMs: 200 })
    const outgoing = { key: 'ep_1', url: 'https://hooks.example.com/', headers: {}, body: '{}' }
    const { status, error } = await sender.send(outgoing)
    // The limit of DNS would make it a failure of DNS.
    expect({ status, code: error?.code }).toEqual({ status: null, code: 'timeout' })
    await sender.close()
  })
})
