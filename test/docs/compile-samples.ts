import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { compile } from '../contract/compile.ts'

const root = join(import.meta.dirname, '../..')

/** What the samples of the reference are given. */
const GIVEN = `import type { Client, ClientOptions, Scope } from '@sendoff/sdk'
import type { WebhookHandler } from '@sendoff/sdk/webhooks'
declare const client: Client<Scope>
declare const connect: ClientOptions<readonly Scope[]>
declare const handler: WebhookHandler
`
/** That something is not used. */
const UNUSED = /^TS(6133|6192|6196):/

/** Compiles programs, each by itself, and tells what the compiler says of each. */
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
