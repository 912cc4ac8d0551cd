import { setTimeout as delay } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'
import type { Address } from './address.ts'
import type { CodePurpose, Notifier } from './notifier.ts'

type Parts = {
  /** `smtp://…` or `smtps://…`. */
  url: string
  /** The sender, as `Sendoff <no-reply@example.com>`. */
  from: string
  logger: Logger
  /** After how many milliseconds each new try is made. */
  retryAfter?: number[]
}

const RETRY_AFTER = [1_000, 5_000, 30_000]
const TIMEOUT = 10_000
/** How long a server that stops waits for messages under way, in milliseconds. */
const GRACE = 5_000

/**
 * Sends by email (RFC 5321). Outside the machine the connection is encrypted, unless the URL says `?requireTLS=false`. A message
 * that can't be sent after some tries is given up: a code is worth something for ten minutes, and the person asks for another.
 */
export function createSmtpNotifier({ url, from, logger, retryAfter = RETRY_AFTER }: Parts): Notifier {
  const transport = createTransport({
    url,
    pool: true,
    requireTLS: !isLoopback(new URL(url).hostname),
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()

  return {
    reaches: (type) => type === 'email',
    sendCode(address, purpose, code) {
      const sent = send(address, purpose, code).finally(() => underWay.delete(sent))
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
  async function send(address: Address, purpose: CodePurpose, code: string): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        // An object, so that an address is never read as a list of addresses.
        await transport.sendMail({ from, to: { name: '', address: address.value }, ...messageOf(purpose, code) })
        return
      } catch (error) {
        const { code: reason, responseCode = 0 } = error as { code?: string; responseCode?: number }
        const wait = retryAfter[tries]
        // RFC 5321 section 4.2.1: 5yz is a permanent refusal.
        if (wait === undefined || responseCode >= 500 || stopping.signal.aborted) {
          logger.error({ reason, response_code: responseCode, tries: tries + 1 }, 'a code could not be sent by email')
          return
        }
        await delay(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }
}

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127\./.test(host)

const PURPOSES = {
  register: { en: 'register an account', zh: '注册账号' },
  recover: { en: 'set a new password', zh: '重设密码' },
}

function messageOf(purpose: CodePurpose, code: string): { subject: string; text: string } {
  const { en, zh } = PURPOSES[purpose]
  return {
    subject: 'Your verification code / 您的验证码',
    text: [
      `${code} is your code to ${en} with Sendoff. It is valid for 10 minutes.`,
      'If you did not ask for it, do nothing and give it to nobody.',
      '',
      `您正在 Sendoff ${zh}，验证码为 ${code}，10 分钟内有效。`,
      '如非本人操作，请忽略本邮件，切勿将验证码告知他人。',
      '',
    ].join('\n'),
  }
}
