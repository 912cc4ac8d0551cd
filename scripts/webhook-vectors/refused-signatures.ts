import { createHmac } from 'node:crypto'
import { accepts, mismatch, unsupported } from './kinds.ts'
import { bytes, type Case, content, id, now, secret, signed, v1, wrong } from './signed.ts'

/** Deliveries that are refused for their signature. */
export const refusedSignatures: Case[] = [
  mismatch('another timestamp', signed(v1(), { 'webhook-timestamp': String(now + 1) })),
  mismatch('another id', signed(v1(), { 'webhook-id': 'evt_2' })),
  mismatch('id and timestamp cut elsewhere', signed(v1(), { 'webhook-id': id.slice(0, -1) })),
  mismatch('the secret of another endpoint', signed(wrong)),
  mismatch('an empty signature', signed('v1,')),
  mismatch('a signature of nothing but padding', signed('v1,====')),
  mismatch('a signature cut short', signed(v1().slice(0, -4))),
  mismatch('a signature with a byte more', signed(`${v1()}AAAA`)),
  mismatch('a signature without its padding', signed(v1().replace(/=+$/, ''))),
  mismatch(
    'a signature with other padding bits',
    signed(v1().replace(/(.)=$/, (_, last) => `${String.fromCharCode(last.charCodeAt(0) + 1)}=`)),
  ),
  mismatch('a signature in base64url', signed(v1().replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, ''))),
  mismatch('a signature in hexadecimal', signed(`v1,${Buffer.from(v1().slice(3), 'base64').toString('hex')}`)),
  mismatch('a tab in the signature', signed(v1().replace('v1,', 'v1,\t'))),
  mismatch('a line feed after the signature', signed(`${v1()}\n`)),
  mismatch('a signature that is not base64', signed('v1,*')),
  mismatch('a comma more', signed(v1().replace('v1,', 'v1,,'))),
  mismatch(
    'a signature of the body alone',
    signed(
      `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update(bytes)
        .digest('base64')}`,
    ),
  ),
  mismatch(
    'a signature by the secret as text',
    signed(`v1,${createHmac('sha256', secret).update(content(bytes)).digest('base64')}`),
  ),
  mismatch(
    'a signature with SHA-512',
    signed(
      `v1,${createHmac('sha512', Buffer.from(secret.slice(6), 'base64'))
        .update(content(bytes))
        .digest('base64')}`,
    ),
  ),
  mismatch('the good signature as the 21st', signed({ repeat: `${wrong} `, times: 20, last: v1() }), accepts),
  mismatch(
    '10,000 signatures',
    signed({ repeat: 'v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= ', times: 9_999, last: v1() }),
    accepts,
  ),
  unsupported('no version', signed(v1().slice(3))),
  unsupported('a version of its own', signed(v1().replace('v1', 'v2'))),
  unsupported('the version in capitals', signed(v1().replace('v1', 'V1'))),
  unsupported('signatures separated by semicolons', signed(`x;${v1()}`)),
  unsupported('a v1 signature called v1a', signed(v1().replace('v1', 'v1a'))),
]
