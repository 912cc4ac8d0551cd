import { domainToASCII, domainToUnicode } from 'node:url'
import type { Reading } from './reading.ts'
import { trimmed } from './visible.ts'

/** A dot-atom (RFC 5321 section 4.1.2). Quoted local parts are refused: hardly any mail server takes them. */
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
/** A label of a host name (RFC 1123 section 2.1). */
const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/
/** ASCII characters that no domain has; URL parsers decode or cut them silently. */
const notInDomains = /[^a-zA-Z0-9.\-\u0080-\u{10ffff}]/u

/**
 * Reads an email in its one form (S89): small letters, the domain in punycode (UTS 46), at most 64 octets before the `@` and 254
 * altogether (RFC 5321 section 4.5.3.1, erratum 1690). The domain has at least two labels. Full-width forms are read as the ASCII that
 * they stand for. Local parts beyond ASCII are refused, because mail servers that take them (RFC 6531) are rare.
 */
export function readEmail(text: string): Reading {
  const [local = '', domain = '', ...more] = trimmed(text).normalize('NFKC').split('@')
  const name = local.toLowerCase()
  if (more.length > 0 || !localPart.test(name) || name.length > 64) return { fault: 'email.grammar' }
  const host = readDomain(domain)
  if (host === undefined) return { fault: 'email.domain' }
  const value = `${name}@${host}`
  return value.length > 254 ? { fault: 'email.length' } : { value }
}

/** The domain of an email as people write it, for example `bücher.example` for `xn--bcher-kva.example`. */
export function unicodeEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return email.slice(0, at + 1) + (domainToUnicode(email.slice(at + 1)) || email.slice(at + 1))
}

function readDomain(text: string): string | undefined {
  if (text === '' || notInDomains.test(text)) return undefined
  const ascii = domainToASCII(text)
  const labels = ascii.split('.')
  const isHost = labels.length > 1 && labels.every((one) => one.length <= 63 && label.test(one))
  // A last label of digits is an IPv4 address, or a fault of typing.
  return isHost && !/^\d+$/.test(labels.at(-1) ?? '') && isSettled(ascii) ? ascii : undefined
}

/** True for punycode that has one spelling only: a label that decodes to something else when it is read again has two. */
const isSettled = (ascii: string) => {
  const unicode = domainToUnicode(ascii)
  return domainToASCII(unicode) === ascii && !/(?:^|\.)xn--/.test(unicode)
}
