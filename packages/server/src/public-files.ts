import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The files that a server sends as they are, by their places in a checkout; a folder ends with a slash. */
const PLACES = {
  'openapi.yaml': '../../../openapi.yaml',
  'openapi.json': '../../../openapi.json',
  'docs/': '../../../docs/',
  'console/': '../dist-console/',
  'docs/style.css': 'docs/assets/style.css',
  'docs/api.html': '../dist-docs/index.html',
  'sign-in/tokens.css': 'sign-in/assets/tokens.css',
  'sign-in/style.css': 'sign-in/assets/style.css',
  'sign-in/icon.svg': 'sign-in/assets/icon.svg',
} as const

export type PublicFile = keyof typeof PLACES

/** The names of all public files, and their paths in a checkout; for the build of the package, which copies them. */
export const publicFiles = Object.entries(PLACES).map(([name, place]) => ({ name, path: inSource(place) }))

/** True in a checkout, false in the package, which is built of it. */
export const isCheckout = import.meta.url.endsWith('.ts')

/** Finds a public file: in a checkout where it is written, in the package in its folder `public`. */
export const publicFile = (name: PublicFile): string =>
  isCheckout ? inSource(PLACES[name]) : fileURLToPath(new URL(join('../public', name), import.meta.url))

function inSource(place: string): string {
  return fileURLToPath(new URL(place, import.meta.url))
}
