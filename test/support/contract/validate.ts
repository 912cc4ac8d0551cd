import type { ErrorObject, FormatDefinition, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Schema } from './document.ts'

const { validate: lenient } = formats.default.get('date-time') as FormatDefinition<string> & {
  validate: (text: string) => boolean
}

/** Describes where a value does not fit a schema, for example `/limit must be >= 1`. */
export type Validate = (schema: Schema, value: unknown) => string[]

/** The validator of requests. */
export const validateRequest = validator((text) => rfc3339(text))

/** The validator of answers, whose times are in UTC with milliseconds (`Timestamp` in the contract). */
export const validateAnswer = validator((text) => rfc3339(text) && /\.\d{3}Z$/.test(text))

// ajv takes a space for the T, small letters, and an offset without its colon or minutes. RFC 3339 section 5.6 knows no such
// offset and lets an application insist on the capitals; a leap second is a time that the clock of JavaScript cannot show.
function rfc3339(text: string): boolean {
  const strict = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:(?!60)\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
  return strict.test(text) && lenient(text) === true
}

function validator(time: (text: string) => boolean): Validate {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addFormat('date-time', time)
  const compiled = new WeakMap<Schema, ValidateFunction>()
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(schema)
    compiled.set(schema, validate)
    return validate(value) ? [] : (validate.errors ?? []).map(written)
  }
}

const written = ({ instancePath, message, params }: ErrorObject) =>
  `${instancePath} ${message}${'additionalProperty' in params ? `: ${JSON.stringify(params.additionalProperty)}` : ''}`
