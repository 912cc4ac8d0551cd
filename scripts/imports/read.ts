import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

/** An import of another file of the same package, by paths relative to its `src`. */
export type Import = { from: string; to: string; typeOnly: boolean }

/** The files of a package, with their imports of each other. Generated files are left out. */
export type Sources = { files: Map<string, { lines: number; nows: number }>; imports: Import[] }

/**
 * Reads the TypeScript files under a directory.
 *
 * @param root the `src` of a package
 */
export function readSources(root: string): Sources {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.gen.ts'))
    .sort()
  const files: Sources['files'] = new Map()
  const imports: Import[] = []
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8')
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
    files.set(path, { lines: text.split('\n').length - 1, nows: countNows(tree) })
    for (const { specifier, typeOnly } of importsOf(tree)) {
      if (!specifier.startsWith('.')) continue
      const to = relative('.', join(dirname(path), specifier))
      if (paths.includes(to)) imports.push({ from: path, to, typeOnly })
    }
  }
  return { files, imports }
}

function* importsOf(tree: ts.SourceFile): Generator<{ specifier: string; typeOnly: boolean }> {
  for (const node of tree.statements) {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) continue
    if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) continue
    yield { specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node) }
  }
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : undefined
    return node.isTypeOnly || (named?.every((one) => one.isTypeOnly) ?? false)
  }
  const clause = node.importClause
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const named =
    clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : undefined
  return clause.name === undefined && (named?.every((one) => one.isTypeOnly) ?? false)
}

/** Counts the parameters called `now`: a rule gets its time with its work. */
function countNows(tree: ts.SourceFile): number {
  let count = 0
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) && ts.isIdentifier(node.name) && node.name.text === 'now') count++
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return count
}
