import { nameOf, propertiesOf, responsesOf, type Schema } from '../contract/document.ts'
import { isList, type Located } from '../contract/operations.ts'
import { requestExample, responseExamples } from './examples.ts'
import { literal } from './literal.ts'

/** The SDK's call of an operation: a program that assumes `client`, and for a stream `handler`. */
export function sdkSample(located: Located): string {
  const { operation, described, path } = located
  if (described.streamed) return streamSample(located)
  const { path: inPath, query, body } = requestExample(located)
  const parameters = { ...inPath, ...query, ...(body as object | undefined) }
  const call = `client.${operation.operationId}`
  const withParameters = (lead: number) =>
    Object.keys(parameters).length === 0 ? `${call}()` : `${call}(${literal(parameters, lead + call.length + 1)})`
  if (isList(described.method, path)) {
    const item = variable(itemOf(successOf(located)) ?? {})
    const head = `for await (const ${item} of `
    return `${head}${withParameters(head.length)}) console.log(${item})\n`
  }
  const hasAnswer = responseExamples(located).some(({ type }) => type)
  const head = hasAnswer ? `const ${variable(successOf(located))} = await ` : 'await '
  return `${head}${withParameters(head.length)}\n`
}

function streamSample(located: Located): string {
  const { query } = requestExample(located)
  const { org_id } = JSON.parse(/^data: (.*)$/m.exec(String(responseExamples(located)[0]?.example))?.[1] ?? '{}')
  return `import { memoryCursors, stream } from '@sendoff/sdk/webhooks'

await stream({ connect, organization: ${literal(org_id)}, handler, cursors: memoryCursors(), types: ${literal(query.types)} })
`
}

function successOf({ operation }: Located): Schema {
  const [, response] = responsesOf(operation).find(([status]) => status.startsWith('2')) ?? []
  return response?.content?.['application/json']?.schema ?? {}
}

const itemOf = (schema: Schema): Schema | undefined => propertiesOf(schema).data?.items

/** The name of a variable by its type: `UnlinkResult` becomes `unlinkResult`. */
function variable({ $ref }: Schema): string {
  const name = $ref ? nameOf($ref) : 'answer'
  return name.charAt(0).toLowerCase() + name.slice(1)
}
