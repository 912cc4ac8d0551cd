import { type OperationId, operations } from '@sendoff/api'
import type { Request } from 'express'
import * as z from 'zod'
import { fault, isFaultText } from '../faults.ts'
import { type Fault, Refusal } from '../refusal.ts'
import { languageOf } from './problem.ts'
import { type Accepted, requests } from './requests/index.ts'

type Schemata = { path: z.ZodType; query: z.ZodType; body?: z.ZodType }

const messages = { en: z.locales.en().localeError, 'zh-CN': z.locales.zhCN().localeError }

/**
 * Holds a request against the schemas of its operation: path, query and body, all faults at once.
 *
 * @throws {Refusal} `invalid_request` with a pointer to each fault
 */
export function accept<Id extends OperationId>(id: Id, req: Request, body: unknown): Accepted<Id> {
  const schemas: Schemata = requests[id]
  const faults: Fault[] = []
  const check = (place: Fault['in'], schema: z.ZodType, value: unknown) => {
    const read = schema.safeParse(value, { error: messages[languageOf(req)] })
    if (read.success) return read.data
    faults.push(...read.error.issues.flatMap((issue) => describe(place, issue)))
    return undefined
  }
  const accepted = {
    path: check('path', schemas.path, req.params),
    query: check('query', schemas.query, decodeQuery(id, req.query)),
    body: schemas.body
      ? check('body', schemas.body, body === undefined ? withoutBody(id) : body)
      : refuseBody(body, faults),
  }
  if (faults.length > 0) throw new Refusal('invalid_request', { errors: faults })
  return accepted as Accepted<Id>
}

/** A body that may be left out is then an empty one. */
const withoutBody = (id: OperationId) => (operations[id].body === 'optional' ? {} : undefined)

function describe(place: Fault['in'], issue: z.core.$ZodIssue): Fault[] {
  const detail = isFaultText(issue.message) ? fault(issue.message) : issue.message
  const at = (path: PropertyKey[]): Fault => ({ in: place, pointer: pointerTo(path), detail })
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => at([...issue.path, key]))
  const meant = issue.code === 'invalid_union' ? nearest(issue.errors) : undefined
  if (!meant) return [at(issue.path)]
  return meant.flatMap((one) => describe(place, { ...one, path: [...issue.path, ...one.path] }))
}

/** Of alternatives the one that has the fewest faults, if there is only one: who errs in it is told of its faults, and not of all. */
function nearest(alternatives: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const faults = ({ length }: z.core.$ZodIssue[]) => length
  const [first, second] = alternatives.toSorted((one, other) => faults(one) - faults(other))
  return first && second && faults(first) < faults(second) ? first : undefined
}

/** RFC 6901. */
function pointerTo(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function refuseBody(body: unknown, faults: Fault[]): undefined {
  const empty = body === undefined || (typeof body === 'object' && body !== null && Object.keys(body).length === 0)
  if (!empty) faults.push({ in: 'body', pointer: '', detail: fault('This operation takes no body.') })
  return undefined
}

/** A query is text; the contract says how each parameter is read. What can't be read so is left for the schema to refuse. */
function decodeQuery(id: OperationId, query: Request['query']): Record<string, unknown> {
  const types: Record<string, string> = operations[id].queryParameters
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      // Given twice: no parameter is written so, and a list inside a list is always refused.
      typeof value === 'string' ? decode(types[name], value) : [value],
    ]),
  )
}

function decode(type: string | undefined, text: string): unknown {
  if (type === 'integer') return /^-?\d{1,16}$/.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (type === 'list') return text.split(',')
  return text
}
