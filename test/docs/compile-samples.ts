import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { compile } from '../support/contract/compile.ts'

const root = join(import.meta.dirname, '../..')

/** The declarations that the samples of the reference assume. */
const GIVEN = `import type { Client, ClientOptions, Scope } from '@sendoff/sdk'
import type { WebhookHandler } from '@sendoff/sdk/webhooks'
declare const client: Client<Scope>
declare const connect: ClientOptions<readonly Scope[]>
declare const handler: WebhookHandler
`
/** Messages about unused names. */
const UNUSED = /^TS(6133|6192|6196):/

/** Compiles programs separately and returns the compiler's messages for each. */
export async function compileSamples(samples: string[], given = GIVEN): Promise<string[][]> {
  await mkdir(join(root, '.vitest'), { recursive: true })
  const folder = await mkdtemp(join(root, '.vitest/samples-'))
  try {
    const files = samples.map((_, index) => `${relative(root, folder)}/sample-${index}.ts`)
    await Promise.all(files.map((file, index) => writeFile(join(root, file), given + samples[index])))
    return [...compile(files).values()].map((messages) => messages.filter((message) => !UNUSED.test(message)))
  } finally {
    await rm(folder, { recursive: true })
  }
}
