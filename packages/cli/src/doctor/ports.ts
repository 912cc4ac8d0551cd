import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Texts } from '../texts/texts.ts'
import { type Found, of } from './found.ts'

/** The longest wait for a connection, in milliseconds. */
const LIMIT = 3000

/** Checks that something answers at the URLs to which events are sent, and that a loopback port can be opened, as a sign-in needs. */
export async function checkPorts(targets: readonly string[], texts: Texts): Promise<Found[]> {
  const { ok, fault } = of('local_port')
  const t = texts.doctor
  const found = await Promise.all(
    targets.map(async (target) => {
      const why = await refusalOf(new URL(target))
      return why === undefined ? ok(t.target(target)) : fault(t.targetDown(target, why))
    }),
  )
  const own = createServer()
  try {
    await once(own.listen(0, '127.0.0.1'), 'listening')
    return [...found, ok(t.port)]
  } catch (error) {
    return [...found, fault(t.noPort(codeOf(error)))]
  } finally {
    own.close()
  }
}

/** Connects to a URL's port. @returns the reason when that fails */
function refusalOf({ hostname, port, protocol }: URL): Promise<string | undefined> {
  return new Promise((resolve) => {
    const host = hostname.replace(/^\[|\]$/g, '')
    const socket = connect({ host, port: Number(port || (protocol === 'https:' ? 443 : 80)), timeout: LIMIT })
    const end = (why: string | undefined) => {
      socket.destroy()
      resolve(why)
    }
    socket.on('connect', () => end(undefined)).on('timeout', () => end('ETIMEDOUT'))
    socket.on('error', (error) => end(codeOf(error)))
  })
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
