/** Builds the console at /console into the server's package, each file beside its compressed forms. */
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = new URL('../', import.meta.url)
const target = new URL('packages/server/dist-console/', root)
// Beside the target, so that a server or a test that looks meanwhile finds a whole console.
const built = new URL(`packages/server/dist-console-${process.pid}/`, root)

// Whoever builds it, a test too, gets what is served.
process.env.NODE_ENV = 'production'
await build({
  root: fileURLToPath(new URL('packages/console', root)),
  // Warnings are about directives for servers in the libraries, which mean nothing here.
  logLevel: 'error',
  build: { outDir: fileURLToPath(built), emptyOutDir: true },
})
const assets = new URL('assets/', built)
for (const name of await readdir(assets)) {
  const content = await readFile(new URL(name, assets))
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  await writeFile(new URL(`${name}.br`, assets), brotliCompressSync(content, { params: quality }))
  await writeFile(new URL(`${name}.gz`, assets), gzipSync(content, { level: 9 }))
}
await rm(target, { recursive: true, force: true })
try {
  await rename(built, target)
} catch (error) {
  // Somebody else built the same at the same time, and was first.
  if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  await rm(built, { recursive: true, force: true })
}
