import { parametersOf, schemaOf } from '../contract/document.ts'
import type { Located } from '../contract/operations.ts'
import { codesAnsweredBy, spread } from '../contract/problems.ts'
import { curlSample } from './curl-sample.ts'
import { type ResponseExample, responseExamples } from './examples.ts'
import { bodyRows, faultOf, parameterRows } from './fields.ts'
import { anchor, fenced, fencedJson, generated, problemLink, table } from './markdown.ts'
import { sdkSample } from './sdk-sample.ts'

/** The page of a namespace: the effect, parameters, answers and problems of each operation. */
export function namespacePage(name: string, description: string, own: Located[]): string {
  const rows = own.map(({ operation, described: { id, method, path } }) => [
    `[\`${id}\`](#${anchor(id)})`,
    `\`${method} ${path}\``,
    operation.summary,
  ])
  return [
    generated,
    `# ${name}\n`,
    `${description} Parameters in bold are required. [All operations](../README.md)\n`,
    table(['operation', 'request', ''], rows),
    ...own.flatMap(operationSection),
  ].join('\n')
}

function operationSection(located: Located): string[] {
  const { operation, described } = located
  const { id, method, path } = described
  const body = operation.requestBody?.content['application/json']?.schema
  // The first page of the reference explains once that every write takes a key.
  const own = parametersOf(operation).filter((parameter) => parameter.name !== 'Idempotency-Key')
  const rows = [...parameterRows(own), ...(body ? bodyRows(body) : [])]
  const fault = body && faultOf(schemaOf(body))
  return [
    `## ${id}\n`,
    `**${operation.summary}** · \`${method} ${path}\`\n`,
    `${operation.description.trim()}\n`,
    `${callersOf(located)}\n`,
    ...(rows.length > 0 ? [table(['parameter', 'in', 'type', ''], rows)] : []),
    ...(fault === undefined ? [] : [`The body ${fault}.\n`]),
    fenced('ts', sdkSample(located)),
    fenced('sh', curlSample(located)),
    ...responseExamples(located).flatMap(responseSection),
    `**Problems:** ${problemsOf(located)}\n`,
  ]
}

/** The callers of an operation, with their scopes. */
function callersOf({ described: { callers } }: Located): string {
  if (callers.length === 0) return '**Callers:** anybody, without a token.'
  const names = { app: 'apps', user: 'people' } as Record<string, string>
  const ways = callers.map(({ caller, scopes }) => {
    const needed = scopes.map((scope) => `\`${scope}\``).join(' and ')
    return `${names[caller]} ${needed ? `with ${needed}` : 'with any scope'}`
  })
  return `**Callers:** ${ways.join('; ')}.`
}

function responseSection({ status, description, type, example }: ResponseExample): string[] {
  const head = `\`${status}\` ${description.trim()}\n`
  if (!type) return [head]
  return [head, type === 'application/json' ? fencedJson(example) : fenced('text', String(example))]
}

/** The codes that an operation can answer, as links, the rarest first. */
const problemsOf = ({ operation }: Located) =>
  codesAnsweredBy(operation)
    .toSorted((a, b) => (spread.get(a) ?? 0) - (spread.get(b) ?? 0))
    .map(problemLink)
    .join(' · ')
