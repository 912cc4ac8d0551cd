/**
 * Fails where a comment, a title of a test, a page or the contract has a sentence that begins with a question word without asking,
 * or one of the phrases that judge.ts lists. Run by `npm run prose`, and by `npm run check`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { isJudged, judge } from './judge.ts'

const ROOTS = ['packages', 'test', 'scripts', 'bench', 'examples', 'docs']
const FILES = ['README.md', 'SECURITY.md', 'openapi.yaml']

/** Generated or kept files, and those that quote what they forbid, as CONTRIBUTING.md does. */
const LEFT_OUT =
  /(?:^|\/)(?:node_modules|dist|dist-docs|coverage|released)\/|^docs\/reference\/|^scripts\/prose\/|^test\/house\/prose/

const found = ROOTS.flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => `${root}/${path.replaceAll('\\', '/')}`),
)
const faults = [...found, ...FILES]
  .filter((path) => isJudged(path) && !LEFT_OUT.test(path))
  .flatMap((path) => judge(path, readFileSync(path, 'utf8')).map((fault) => ({ path, ...fault })))
for (const { path, line, rule, text } of faults) console.error(`${path}:${line}: ${rule}: ${text}`)
if (faults.length > 0) process.exit(1)
