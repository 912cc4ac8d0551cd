// Proves that every regular expression of the packages and every pattern of the contract takes linear time, also on a text that does
// not match. One that can't be proved, for example with a look-around, fails and must be rewritten. One that is assembled at run time
// has a comment above it that begins with "Linear:" and says why it is.
// Plain JavaScript, so that the type check does not need the package that does the proof.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { parse } from 'yaml'

// The proof in JavaScript, without Java or a binary for each system.
process.env.RECHECK_BACKEND = 'pure'
const { checkSync } = await import('recheck')

const TIMEOUT = 60_000

/** @returns {{ source: string, flags: string, where: string }[]} */
function patternsIn(file) {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found = []
  const visit = (node) => {
    const where = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), where })
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      const [source, flags] = node.arguments ?? []
      const isWritten = source && ts.isStringLiteralLike(source) && (!flags || ts.isStringLiteralLike(flags))
      const before = tree.text.split('\n')[tree.getLineAndCharacterOfPosition(node.getStart()).line - 1] ?? ''
      if (isWritten) found.push({ source: source.text, flags: flags?.text ?? '', where })
      else if (!/^\s*\/\/ Linear: \S/.test(before)) found.push({ source: undefined, flags: '', where })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** JSON Schema reads patterns with the flag `u` (JSON Schema, section 6.4). */
function patternsOf(node, where) {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string'
      ? [{ source: value, flags: 'u', where: `${where}/${key}` }]
      : patternsOf(value, `${where}/${key}`),
  )
}

function filesIn(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.m?[jt]s$/.test(entry.name) && !entry.name.endsWith('.gen.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

const sources = readdirSync('packages')
  .map((name) => join('packages', name, 'src'))
  .filter((directory) => existsSync(directory))
  .flatMap(filesIn)
const patterns = [
  ...sources.flatMap(patternsIn),
  ...patternsOf(parse(readFileSync('openapi.yaml', 'utf8')), 'openapi.yaml'),
]
if (patterns.length < 50) throw new Error(`only ${patterns.length} patterns were found`)

const distinct = new Map()
for (const { source, flags, where } of patterns) {
  // These flags do not change the time, and the proof does not support `v`.
  const key = `/${source ?? where}/${flags.replaceAll(/[gvy]/g, '')}`
  distinct.set(key, { source, flags, where: [...(distinct.get(key)?.where ?? []), where] })
}

let failed = 0
for (const [key, { source, flags, where }] of distinct) {
  const verdict = source === undefined ? 'is put together where it runs' : verdictOn(source, flags)
  if (verdict === undefined) continue
  failed++
  console.error(`${where.join(', ')}: ${key} ${verdict}`)
}
if (failed > 0) process.exit(1)
console.log(`${distinct.size} patterns take linear time`)

/** @returns the fault, or undefined if the automaton of the pattern proves that it is linear */
function verdictOn(source, flags) {
  const result = checkSync(source, flags.replaceAll(/[gvy]/g, ''), { checker: 'automaton', timeout: TIMEOUT })
  if (result.status === 'safe') return undefined
  if (result.status === 'unknown')
    return `can't be proved linear: ${result.error?.kind ?? 'unknown'} ${result.error?.message ?? ''}`
  return `is ${result.complexity.summary}, as on ${result.attack.pattern.slice(0, 200)}`
}
