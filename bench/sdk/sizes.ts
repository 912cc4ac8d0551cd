import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

const ENTRY = '\0entry'

/**
 * Bundles a program for Node, as for shipping.
 *
 * @param code the program, with imports relative to this folder
 * @returns its bytes, minified and compressed
 */
export async function sizeOf(code: string): Promise<{ minified: number; gzip: number }> {
  const bundle = await rolldown({
    input: ENTRY,
    platform: 'node',
    resolve: { conditionNames: ['@sendoff/source', 'import', 'node', 'default'] },
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id, importer) =>
          id === ENTRY ? id : importer === ENTRY ? { id: import.meta.resolve(id).slice('file://'.length) } : null,
        load: (id) => (id === ENTRY ? code : null),
      },
    ],
  })
  const { output } = await bundle.generate({ minify: true, format: 'esm', codeSplitting: false })
  await bundle.close()
  const [{ code: text }] = output
  return { minified: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).length }
}
