import { createSmtpTransport } from '../../accounts/smtp-transport.ts'
import type { Texts } from '../texts/en.ts'
import { type Finding, findingsOf, reasonOf } from './finding.ts'

const of = findingsOf('mail')

/** Connects to the mail server and signs in, as the server does before each mail (RFC 5321); sends nothing. */
export async function checkMail(url: string, { check: { mail: t } }: Texts): Promise<Finding> {
  const { host } = new URL(url)
  const transport = createSmtpTransport(url)
  try {
    await transport.verify()
    return of.ok(t.fine(host))
  } catch (error) {
    const { code, message } = reasonOf(error)
    // A failure of TLS arrives as ESOCKET, with the code of the certificate's fault in the cause.
    if (code === 'ETLS' || /CERT|SIGNATURE|SSL|TLS/i.test(`${code} ${message}`))
      return of.wrong(t.failed(host, message), t.tls)
    if (code === 'EAUTH') return of.wrong(t.failed(host, message), t.credentials)
    return of.wrong(t.unreachable(host, message), t.address)
  } finally {
    transport.close()
  }
}
