import type { Place, Schema } from '../support/contract/document.ts'
import type { Located } from '../support/contract/operations.ts'
import type { Sent } from '../support/contract/send.ts'
import { validateRequest } from '../support/contract/validate.ts'

/** The contract's verdict on a request: its faults, and whether its body is not JSON. */
export type Verdict = { faults: (Place | 'body')[]; notJsonType: boolean; tooLarge: boolean }

/** Reads a request as the contract says that it is to be read, and holds it against the schemas. */
export function verdictOn(operation: Located, sent: Sent): Verdict {
  const fits = {
    path: accepts(operation.takes.path, readPath(operation, sent.path)),
    query: accepts(operation.takes.query, readQuery(operation, sent.query)),
    header: accepts(operation.takes.header, readHeaders(sent.headers)),
    body: acceptsBody(operation, sent.body),
  }
  const faults = (Object.keys(fits) as (keyof typeof fits)[]).filter((place) => !fits[place])
  const type = sent.headers['content-type']?.split(';')[0]
  const { body } = sent
  return {
    faults,
    notJsonType: body !== undefined && type !== 'application/json',
    tooLarge: body !== undefined && Buffer.byteLength(body) > 1024 * 1024,
  }
}

const accepts = (schema: Schema, value: unknown) => validateRequest(schema, value).length === 0

function readQuery(operation: Located, query: Sent['query']): object {
  const { properties } = operation.takes.query
  const names = [...new Set(query.map(([name]) => name))]
  return Object.fromEntries(
    names.map((name) => {
      const texts = query.filter(([other]) => other === name).map(([, text]) => text)
      const [text] = texts
      // The items of a list may be repeated parameters. No other may be given twice: that is an array where the contract wants one value.
      if (properties[name]?.type === 'array') return [name, texts.flatMap((one) => one.split(','))]
      return [name, texts.length === 1 && text !== undefined ? readText(properties[name], text) : [texts]]
    }),
  )
}

function readPath(operation: Located, path: Sent['path']): object {
  const { properties } = operation.takes.path
  return Object.fromEntries(Object.entries(path).map(([name, text]) => [name, readText(properties[name], text)]))
}

function readText(schema: Schema | undefined, text: string): unknown {
  if (schema?.type === 'integer') return /^-?\d{1,16}$/.test(text) ? Number(text) : text
  if (schema?.type === 'boolean') return text === 'true' || (text === 'false' ? false : text)
  return schema?.type === 'array' ? text.split(',') : text
}

function readHeaders(headers: Sent['headers']): object {
  const key = headers['idempotency-key']
  return key === undefined ? {} : { 'Idempotency-Key': key }
}

function acceptsBody(operation: Located, text: string | undefined): boolean {
  const schema = operation.takes.body
  if (!schema || text === undefined) return text === undefined && !operation.requestBody?.required
  try {
    return accepts(schema, JSON.parse(text))
  } catch {
    return false
  }
}
