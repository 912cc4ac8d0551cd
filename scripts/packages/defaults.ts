import { type Operation, parametersOf, propertiesOf, type Schema, schemaOf } from '../contract/document.ts'
import { located } from '../contract/operations.ts'
import { banner, write } from '../contract/write.ts'

/** Writes the names of the members of each request that have a default, from which its type after acceptance follows. */
export async function writeDefaults(): Promise<void> {
  const entries = located.flatMap(({ operation }) => {
    const names = presetIn(operation)
    return names.length > 0 ? [`  '${operation.operationId}': ${names.map((name) => `'${name}'`).join(' | ')}\n`] : []
  })
  await write(
    'packages/api/src/defaults.gen.ts',
    `${banner}
/** The parameters and members of a request that the server fills in where they are left out. */
export interface Defaults {
${entries.join('')}}
`,
  )
}

function presetIn(operation: Operation): string[] {
  const parameters = parametersOf(operation).map(({ name, schema }): [string, Schema] => [name, schema])
  const body = operation.requestBody?.content['application/json']?.schema
  const members = [...parameters, ...(body ? membersOf(schemaOf(body)) : [])]
  for (const [name, schema] of members) refuseInside(schemaOf(schema), `${operation.operationId} ${name}`)
  return [...new Set(members.flatMap(([name, schema]) => (hasDefault(schema) ? [name] : [])))]
}

/** The members of a body, whichever alternative it is. */
function membersOf(schema: Schema): [name: string, schema: Schema][] {
  const alternatives = schema.anyOf ?? schema.oneOf ?? []
  return [...Object.entries(propertiesOf(schema)), ...alternatives.flatMap((one) => membersOf(schemaOf(one)))]
}

const hasDefault = (schema: Schema) => (schema.default ?? schemaOf(schema).default) !== undefined

/** @throws for a default deeper in a body, which the types of accepted requests do not follow */
function refuseInside(schema: Schema, at: string): void {
  const items = schema.items ? [schemaOf(schema.items)] : []
  const alternatives = (schema.anyOf ?? schema.oneOf ?? []).map(schemaOf)
  for (const [name, one] of [schema, ...items, ...alternatives].flatMap(membersOf)) {
    if (hasDefault(one))
      throw new Error(`${at}: ${name} has a default, which only a member of the body itself may have`)
    refuseInside(schemaOf(one), `${at}/${name}`)
  }
  for (const one of [...items, ...alternatives]) refuseInside(one, at)
}
