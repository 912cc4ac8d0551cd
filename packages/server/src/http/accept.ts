import { type AcceptedOf, type OperationId, operations } from '@sendoff/api'
import type { Request } from 'express'
import * as z from 'zod'
import { fault, isFaultKey, type PlainFaultKey } from '../faults.ts'
import { type Fault, Refusal } from '../refusal.ts'
import { shortened } from '../shortened.ts'
import { languageOf } from '../web/language.ts'
import { type RequestSchemas, requests } from '../web/requests.gen.ts'
import { MOST_FAULTS } from './problem.ts'

const messages = { en: z.locales.en().localeError, 'zh-CN': z.locales.zhCN().localeError }

const UNKNOWN: PlainFaultKey = 'request.unknown'

const CONTEXT = { async: false, error: () => '', reportInput: true } as const

/**
 * Validates path, query and body of a request against the schemas of its operation, and reports all faults at once: the first by name,
 * the others by number.
 *
 * @throws {Refusal} `invalid_request` with a pointer to each named fault
 */
export function accept<Id extends OperationId>(id: Id, req: Request, body: unknown): AcceptedOf<Id> {
  const schemas: RequestSchemas = requests[id]
  const faults = new Faults(req)
  const check = (place: Fault['in'], schema: z.ZodType, value: unknown) => {
    // Not `safeParse`, which writes a message for every fault: only the named faults get one.
    const read = schema._zod.run({ value, issues: [] }, CONTEXT)
    if (read instanceof Promise) throw new z.core.$ZodAsyncError()
    if (read.issues.length === 0) return read.value
    for (const issue of read.issues) faults.add(place, issue)
    return undefined
  }
  const accepted = {
    path: check('path', schemas.path, decodePath(schemas.path, req.params)),
    query: check('query', schemas.query, decodeQuery(id, req.query)),
    body: schemas.body
      ? check('body', schemas.body, body === undefined ? withoutBody(id) : body)
      : refuseBody(body, faults),
  }
  faults.refuse()
  return accepted as AcceptedOf<Id>
}

/** A missing optional body counts as an empty object. */
const withoutBody = (id: OperationId) => (operations[id].body === 'optional' ? {} : undefined)

/** The faults of a request: those that a refusal names, and the number of the others. */
class Faults {
  readonly #req: Request
  readonly #named: Fault[] = []
  #omitted = 0

  constructor(req: Request) {
    this.#req = req
  }

  add(place: Fault['in'], raw: z.core.$ZodRawIssue, base: PropertyKey[] = []): void {
    if (this.#named.length === MOST_FAULTS && raw.code !== 'unrecognized_keys' && raw.code !== 'invalid_union') {
      this.#omitted++
      return
    }
    const issue = z.core.util.finalizeIssue(raw, CONTEXT, {}) as z.core.$ZodIssue
    const path = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      // The library's message names all keys; here each key has a fault with its pointer.
      for (const key of issue.keys) this.name(place, [...path, key], () => fault(UNKNOWN))
      return
    }
    const meant = issue.code === 'invalid_union' ? nearest(issue.errors) : undefined
    if (meant) for (const one of meant) this.add(place, one as z.core.$ZodRawIssue, path)
    else this.name(place, path, () => this.#told(issue))
  }

  /** Adds one fault, whose detail is only made if the fault is named. */
  name(place: Fault['in'], path: PropertyKey[], detail: () => Fault['detail']): void {
    if (this.#named.length < MOST_FAULTS) this.#named.push({ in: place, pointer: pointerTo(path), detail: detail() })
    else this.#omitted++
  }

  /** @throws {Refusal} `invalid_request` if there are any */
  refuse(): void {
    if (this.#named.length === 0) return
    throw new Refusal('invalid_request', {
      errors: this.#named,
      ...(this.#omitted > 0 && { errors_omitted: this.#omitted }),
    })
  }

  #told(issue: z.core.$ZodIssue): Fault['detail'] {
    if (isFaultKey(issue.message)) return fault(issue.message)
    const message = messages[languageOf(this.#req)](issue as z.core.$ZodRawIssue)
    return typeof message === 'string' ? message : (message?.message ?? '')
  }
}

/** Picks the alternative with the fewest faults, if it is unique, so that only its faults are reported. */
function nearest(alternatives: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const faults = ({ length }: z.core.$ZodIssue[]) => length
  const [first, second] = alternatives.toSorted((one, other) => faults(one) - faults(other))
  return first && second && faults(first) < faults(second) ? first : undefined
}

/** Writes a pointer (RFC 6901); long names are cut. */
function pointerTo(path: PropertyKey[]): string {
  return path.map((part) => `/${shortened(String(part)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function refuseBody(body: unknown, faults: Faults): undefined {
  if (!isEmpty(body)) faults.name('body', [], () => fault('body.none'))
  return undefined
}

function isEmpty(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return body === undefined
  for (const _ in body) return false
  return true
}

/** Converts the texts of a path to numbers where the contract has numbers. */
function decodePath({ shape }: z.ZodObject, path: Request['params']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(path).map(([name, value]) => {
      const isNumber = shape[name] instanceof z.ZodNumber
      return [name, isNumber && typeof value === 'string' ? decode('integer', value) : value]
    }),
  )
}

/** Converts the texts of a query to the types of the contract. A text that can't be converted is left for the schema to refuse. */
function decodeQuery(id: OperationId, query: Request['query']): Record<string, unknown> {
  const types: Record<string, string> = operations[id].queryParameters
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      typeof value === 'string' ? decode(types[name], value) : repeated(types[name], value),
    ]),
  )
}

/** The value of a parameter that is given several times: the items of a list, as many tools write them; nothing else may be repeated. */
function repeated(type: string | undefined, values: Request['query'][string]): unknown {
  const isList = type === 'list' && Array.isArray(values) && values.every((one) => typeof one === 'string')
  // The schema always refuses a list in a list.
  return isList ? values.flatMap((text) => text.split(',')) : [values]
}

function decode(type: string | undefined, text: string): unknown {
  if (type === 'integer') return /^-?\d{1,16}$/.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  if (type === 'list') return text.split(',')
  return text
}
