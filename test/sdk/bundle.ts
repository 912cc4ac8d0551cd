import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

/**
 * Bundles a program into what it ships: one file, minified.
 *
 * @param code the program
 * @param folder from which its imports are looked up
 * @param conditions of `exports`, beside `default`
 * @returns the text, its bytes as a web server compresses them, and what it still imports
 */
export async function bundle(code: string, folder: string, conditions: string[] = []) {
  const entry = join(folder, 'entry.ts')
  const bundled = await rolldown({
    input: entry,
    platform: 'neutral',
    resolve: { conditionNames: [...conditions, 'default'] },
    // What can't be found stays an import, which the tests look at.
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
