import type { Document, Operation } from '../support/contract/document.ts'
import type { Rule } from './rules.ts'

/** Examples of fewer characters, as JSON, may be repeated; a reference would be no shorter. */
const LONG_EXAMPLE = 200

/** The rules by which openapi.yaml is laid out, so that a person finds their way in it. */
export const layout: Record<string, Rule> = {
  'an answer, a parameter or a long example that stands in several places is a reference': (written) => {
    const places = [...inPaths(written), ...inComponents(written)]
    const byText = Map.groupBy(places, ({ text }) => text)
    return [...byText.values()].filter(({ length }) => length > 1).map((same) => same.map(({ at }) => at).join(' = '))
  },

  'the operations stand in the order of the tags, those of a tag together': (written) => {
    const tags = Object.values(written.paths).flatMap((item) => operationsOf(item).map(({ tags: [tag] }) => tag))
    const stretches = tags.filter((tag, index) => tag !== tags[index - 1])
    return differing(
      written.tags.map(({ name }) => name),
      stretches,
    )
  },

  'the events stand in one order wherever they are listed': ({ webhooks, components: { schemas } }) => {
    const types = Object.keys(webhooks)
    const mapping = schemas.Event?.discriminator?.mapping ?? {}
    return [
      ...differing(types, schemas.EventType?.enum ?? []),
      ...differing(types, Object.keys(mapping)),
      ...differing(Object.values(mapping), schemas.Event?.oneOf?.map(({ $ref }) => $ref) ?? []),
    ]
  },
}

type Place = { at: string; text: string }

const operationsOf = (item: Record<string, Operation>) => Object.values(item).filter(({ operationId }) => operationId)

/** The answers, parameters and long examples that the operations and events hold themselves. */
function inPaths({ paths, webhooks }: Document): Place[] {
  const operations = [...Object.values(paths), ...Object.values(webhooks)].flatMap(operationsOf)
  return operations
    .flatMap(({ operationId: id, parameters = [], responses, requestBody }) => [
      ...Object.entries(responses).map(([status, answer]) => placed(`${id} ${status}`, answer)),
      ...parameters.map((parameter) => placed(`${id} ${parameter.name}`, parameter)),
      ...[requestBody, ...Object.values(responses)].flatMap((one) =>
        Object.values(one?.content ?? {})
          .map(({ example }) => placed(`${id} example`, example ?? null))
          .filter(({ text }) => text.length > LONG_EXAMPLE),
      ),
    ])
    .filter(({ text }) => !text.startsWith('{"$ref"'))
}

const inComponents = ({ components: { responses, parameters, examples } }: Document): Place[] => [
  ...Object.entries(responses).map(([name, answer]) => placed(name, answer)),
  ...Object.entries(parameters).map(([name, parameter]) => placed(name, parameter)),
  ...Object.entries(examples).map(([name, { value }]) => placed(name, value)),
]

const placed = (at: string, value: unknown): Place => ({ at, text: JSON.stringify(value) })

/** The first place where two lists differ. */
function differing(expected: unknown[], found: unknown[]): string[] {
  const index = expected.findIndex((one, i) => one !== found[i])
  if (index >= 0) return [`${expected[index]}, not ${found[index]}`]
  return found.length > expected.length ? [`nothing, not ${found[expected.length]}`] : []
}
