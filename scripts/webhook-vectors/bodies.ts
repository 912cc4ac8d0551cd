import { body, bytes } from './signed.ts'

export const tampered = Buffer.from(bytes)
tampered[bytes.length - 10] = (tampered[bytes.length - 10] ?? 0) ^ 1
export const ff = Buffer.from([...Buffer.from('{"type":"'), 0xff, ...Buffer.from('"}')])
export const fe = Buffer.from([...Buffer.from('{"type":"'), 0xfe, ...Buffer.from('"}')])
export const utf8 = Buffer.from(body.replace('"ping"', '"ping","name":"陈静 👋 \\u0000"'))
export const bom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
