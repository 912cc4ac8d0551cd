import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { mailOf } from './mails.ts'
import type { Message, Notifier } from './notifier.ts'
import { createSmtpTransport } from './smtp-transport.ts'

type Parts = {
  /** `smtp://…` or `smtps://…`. */
  url: string
  /** The sender, for example `Sendoff <no-reply@example.com>`. */
  from: string
  logger: Logger
  /** The delays before each new try, in milliseconds. */
  retryAfter?: number[]
}

const RETRY_AFTER = [1_000, 5_000, 30_000]
/** The random delay between taking and sending a message, in milliseconds. */
const [SOONEST, LATEST] = [100, 900]
/** The most messages on their way at once; any more are dropped. */
const MOST_UNDER_WAY = 1000
/** The time for which a stopping server waits for messages under way, in milliseconds. */
const GRACE = 5_000

/**
 * Sends by email (RFC 5321). A message that can't be sent after some tries is dropped: a code is valid for ten minutes, and the person
 * requests another.
 */
export function createSmtpNotifier({ url, from, logger, retryAfter = RETRY_AFTER }: Parts): Notifier {
  const transport = createSmtpTransport(url)
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()

  return {
    reaches: (type) => type === 'email',
    send(message, isWanted = async () => true) {
      if (underWay.size >= MOST_UNDER_WAY) {
        logger.error({ message: message.type }, 'a message was given up: too many are on their way')
        return
      }
      const sent = send(message, isWanted).finally(() => underWay.delete(sent))
      underWay.add(sent)
    },
    async stop() {
      stopping.abort()
      const enough = new AbortController()
      await Promise.race([
        Promise.all(underWay),
        delay(GRACE, undefined, { signal: enough.signal }).catch(() => undefined),
      ])
      enough.abort()
      transport.close()
    },
  }

  /** Neither the address nor the code is ever logged. */
  async function send(message: Message, isWanted: () => Promise<boolean>): Promise<void> {
    await pause(randomInt(SOONEST, LATEST))
    for (let tries = 0; ; tries++) {
      try {
        if (!(await isWanted())) return
        // An object, so that an address is never parsed as a list of addresses.
        await transport.sendMail({ from, to: { name: '', address: message.to.value }, ...mailOf(message) })
        return
      } catch (error) {
        const { code: reason, responseCode = 0 } = error as { code?: string; responseCode?: number }
        const wait = retryAfter[tries]
        // RFC 5321 section 4.2.1: 5yz is a permanent refusal.
        if (wait === undefined || responseCode >= 500 || stopping.signal.aborted) {
          const about = { message: message.type, reason, response_code: responseCode, tries: tries + 1 }
          logger.error(about, 'a message could not be sent by email')
          return
        }
        await pause(wait)
      }
    }
  }

  /** Ends early when the server stops. */
  async function pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: stopping.signal }).catch(() => undefined)
  }
}
