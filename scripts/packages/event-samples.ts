import { component, document, type Media } from '../contract/document.ts'
import { banner, write } from '../contract/write.ts'

/** Writes for the command line the data of an event of each type, from the examples of the contract, and the contract's version. */
export async function writeEventSamples(): Promise<void> {
  const lines = Object.entries(document.webhooks).map(([type, { post }]) => {
    const { data } = exampleOf(post.requestBody?.content['application/json']) as { data?: object }
    if (!data) throw new Error(`${type} has no example in openapi.yaml`)
    return `  ${JSON.stringify(type)}: ${JSON.stringify(data)},`
  })
  const { version } = document.info as { version?: string }
  const text = `import type { EventType } from '@sendoff/sdk'

export const samples: Readonly<Record<EventType, Readonly<Record<string, unknown>>>> = {
${lines.join('\n')}
}

export const contractVersion = ${JSON.stringify(version)}
`
  await write('packages/cli/src/trigger/samples.gen.ts', banner + text)
}

function exampleOf({ example, examples = {} }: Partial<Media> = {}): unknown {
  const [first = {}] = Object.values(examples)
  return example ?? (first.$ref ? component(document.components.examples, first.$ref) : first).value ?? {}
}
