import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { operations } from '@sendoff/api'
import { rolldown } from 'rolldown'

/**
 * The bytes that the client's table may take for operations beyond the 110 for which the budget was set. It grows with the contract, while
 * the code does not.
 */
export const roomForOperations = 8 * Math.max(0, Object.keys(operations).length - 110)

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
