import type { Schema } from '../support/contract/document.ts'
import { constantsOf } from '../support/contract/schemas-in.ts'
import type { Rule } from './rules.ts'

/** The rules that other tools need, beyond OpenAPI: docs/compatibility.md lists the tools. */
export const portable: Record<string, Rule> = {
  'an answer that is named like a schema is that schema alone, because generators give both one name': ({
    components: { responses, schemas },
  }) =>
    Object.entries(responses).flatMap(([name, { content = {} }]) => {
      const refs = Object.values(content).map(({ schema }) => schema?.$ref)
      return name in schemas && refs.some((ref) => ref !== `#/components/schemas/${name}`) ? [name] : []
    }),

  'a constant is an enumeration of one, because not every generator knows `const`': ({ components: { schemas } }) =>
    Object.entries(schemas).flatMap(([name, schema]) => (/"const":/.test(JSON.stringify(schema)) ? [name] : [])),

  'an enumeration has no null, which is an alternative of its own': ({ components: { schemas } }) =>
    Object.entries(schemas).flatMap(([name, schema]) =>
      /"enum":\[[^\]]*\bnull\b/.test(JSON.stringify(schema)) ? [name] : [],
    ),

  'an event is one object, because validators of unions look for its type there': ({ components: { schemas } }) =>
    (schemas.Event?.oneOf ?? []).flatMap(({ $ref }) => {
      const name = String($ref).split('/').at(-1) ?? ''
      return isOneObject(schemas[name]) ? [] : [name]
    }),

  'an operation names the status of each refusal, because `default` would be a type for every status': ({ paths }) =>
    Object.values(paths)
      .flatMap((item) => Object.values(item))
      .flatMap(({ operationId, responses }) => ('default' in responses ? [operationId] : [])),
}

const isOneObject = (schema: Schema | undefined) =>
  schema?.allOf === undefined && constantsOf({ properties: schema?.properties ?? {} }, 'type').length === 1
