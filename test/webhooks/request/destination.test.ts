import { request } from 'undici'
import { describe, expect, test } from 'vitest'
import { isGlobal, isLoopback, isSameAddress } from '../../../packages/server/src/net/address.ts'
import { checkDestination, DestinationRefused, hostOf } from '../../../packages/server/src/net/url.ts'
import { connectVetted } from '../../../packages/server/src/webhooks/request/connect.ts'
import { createSender } from '../../../packages/server/src/webhooks/request/send.ts'
import { fineUrls, hostileUrls } from './hostile-urls.ts'
import { receiver } from './receiver.ts'

const live = { allowLoopback: false }
const sandbox = { allowLoopback: true }

const reasonOf = (url: string, policy: { allowLoopback: boolean }): string => {
  try {
    return `accepted as ${checkDestination(url, policy).href}`
  } catch (cause) {
    if (cause instanceof DestinationRefused) return cause.reason
    throw cause
  }
}

describe('the URL of an endpoint', () => {
  const rows = Object.entries(hostileUrls).flatMap(([reason, urls]) => urls.map((url) => ({ reason, url })))

  test('the table has at least 200 hostile URLs, each once', () => {
    expect(new Set(rows.map(({ url }) => url)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(200)
  })

  test.each(rows)('$url is refused: $reason', ({ url, reason }) => {
    expect(reasonOf(url.replaceAll('{port}', '45678'), live)).toBe(reason)
  })

  test.each(fineUrls)('%s is accepted', (url, taken) => {
    expect(checkDestination(url, live).href).toBe(taken)
  })

  test('no hostile URL gets a connection, nor does its host when the check of the URL is left out', async () => {
    const target = await receiver()
    const lookup = async () => ['127.0.0.1']
    const sender = createSender({ policy: live, lookup })
    for (const { url } of rows) {
      const aimed = url.replaceAll('{port}', String(target.port))
      const { error, status } = await sender.send({ key: 'ep_1', url: aimed, headers: {}, body: '{}' })
      expect({ url, code: error?.code, status }).toEqual({ url, code: 'refused_destination', status: null })

      const hostname = hostOf(URL.parse(aimed) ?? new URL('https://127.0.0.1/'))
      if (isGlobal(hostname)) continue
      for (const protocol of ['http:', 'https:']) {
        const watch = { signal: AbortSignal.timeout(5_000), timings: { dnsMs: null, connectMs: null, tlsMs: null } }
        const options = { policy: live, lookup, connectTimeoutMs: 1_000 }
        const connecting = connectVetted({ protocol, hostname, port: target.port }, options, watch)
        await expect(connecting, `${protocol} ${url}`).rejects.toBeInstanceOf(DestinationRefused)
      }
    }
    await sender.close()
    expect(target.connections).toBe(0)
  })

  test('a client without checks does connect to the same addresses, so the count above means something', async () => {
    const target = await receiver()
    const spellings = ['127.0.0.1', '0x7f.1', '2130706433', '127.1', '017700000001', '0.0.0.0', '[::ffff:127.0.0.1]']
    for (const host of spellings) {
      const { body } = await request(`http://${host}:${target.port}/`, { method: 'POST', body: '{}', reset: true })
      await body.dump()
    }
    expect(target.requests).toHaveLength(spellings.length)
  })

  test('a refusal names the rule, but not the host', () => {
    expect(() => checkDestination('https://10.20.30.40/', live)).toThrow(/^The host must have a public address\.$/)
    expect(() => checkDestination('https://secret.internal/', live)).toThrow(
      /^The host must be a public domain name\.$/,
    )
  })
})

describe('the URL of an endpoint in the sandbox', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.0.0.1:4000/webhooks',
    'https://127.0.0.1:4000/',
    'http://127.9.9.9:81/',
    'http://[::1]:4000/',
    'http://localhost:4000/',
    'http://localhost:22/',
    'https://localhost/',
    'http://app.localhost:3000/',
    'https://example.com/',
    'https://example.com:8443/',
  ])('%s is accepted', (url) => {
    expect(checkDestination(url, sandbox).href).toBe(url)
  })

  test.each([
    ['http://example.com/', 'scheme_not_allowed'],
    ['http://8.8.8.8/', 'scheme_not_allowed'],
    ['http://10.0.0.1/', 'scheme_not_allowed'],
    ['http://169.254.169.254/', 'scheme_not_allowed'],
    ['https://10.0.0.1/', 'address_not_public'],
    ['https://169.254.169.254/', 'address_not_public'],
    ['https://0.0.0.0:4000/', 'address_not_public'],
    ['https://[::]:4000/', 'address_not_public'],
    ['https://[::ffff:127.0.0.1]:4000/', 'address_not_public'],
    ['https://[64:ff9b::127.0.0.1]:4000/', 'address_not_public'],
    ['https://backend:4000/', 'host_not_public'],
    ['https://host.docker.internal:4000/', 'host_not_public'],
    ['http://localhost.:4000/', 'scheme_not_allowed'],
    ['http://user@localhost:4000/', 'credentials_in_url'],
    ['ftp://localhost:4000/', 'scheme_not_allowed'],
    ['https://example.com:22/', 'port_not_allowed'],
  ])('%s is refused: %s', (url, reason) => {
    expect(reasonOf(url, sandbox)).toBe(reason)
  })
})

describe('an address', () => {
  test.each([
    ...['1.0.0.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '93.184.215.14', '126.255.255.255', '128.0.0.0'],
    ...['168.63.129.15', '168.63.129.17', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0'],
    ...[
      '191.255.255.255',
      '192.0.1.0',
      '192.167.255.255',
      '192.169.0.0',
      '198.17.255.255',
      '198.20.0.0',
      '223.255.255.255',
    ],
    ...['2000::1', '2001:200::1', '2001:db7:ffff::1', '2001:db9::1', '2003::1', '2606:4700:4700::1111', '2a00:1450::1'],
    ...['3ffe:ffff::1', '3fff:1000::1'],
  ])('%s is public', (address) => {
    expect([isGlobal(address), isLoopback(address)]).toEqual([true, false])
  })

  test.each([
    ...[
      '127.0.0.1:80',
      '0x7f.1',
      '127.1',
      '2130706433',
      '08.8.8.8',
      '8.8.8',
      '8.8.8.8 ',
      '::1%lo',
      '2606:4700::1%eth0',
    ],
    ...['[2606:4700::1]', '', 'example.com', '2606:4700::1/64'],
  ])('%j is no spelling that a socket dials as written, so not public', (address) => {
    expect([isGlobal(address), isLoopback(address)]).toEqual([false, false])
  })

  test('is loopback in 127.0.0.0/8 and ::1 only', () => {
    expect(['127.0.0.1', '127.255.255.255', '::1', '0:0:0:0:0:0:0:1'].every(isLoopback)).toBe(true)
    expect(['0.0.0.0', '::', '::ffff:127.0.0.1', '126.255.255.255', '128.0.0.0', '::2'].some(isLoopback)).toBe(false)
  })

  test('is the same in another spelling', () => {
    expect(isSameAddress('2606:4700:0:0:0:0:0:1', '2606:4700::1')).toBe(true)
    expect(isSameAddress('8.8.8.8', '8.8.4.4')).toBe(false)
    expect(isSameAddress('8.8.8.8', '::ffff:8.8.8.8')).toBe(false)
    expect(isSameAddress('', '')).toBe(false)
  })
})
