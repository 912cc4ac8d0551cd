import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

/**
 * Bundles a program into one minified file.
 *
 * @param code the program
 * @param folder from which its imports are looked up
 * @param conditions of `exports`, beside `default`
 * @returns the text, its size as a web server compresses it, and its remaining imports
 */
export async function bundle(code: string, folder: string, conditions: string[] = []) {
  const entry = join(folder, 'entry.ts')
  const bundled = await rolldown({
    input: entry,
    platform: 'neutral',
    resolve: { conditionNames: [...conditions, 'default'] },
    // An import that can't be resolved stays, and the tests look at it.
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? code : null),
      },
    ],
  })
  const { output } = await bundled.generate({ minify: true, format: 'esm', codeSplitting: false })
  await bundled.close()
  const [{ code: text, imports }] = output
  return { text, imports, bytes: gzipSync(text, { level: 9 }).length }
}
