import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Compiles files with the options of the root tsconfig and returns the compiler's messages for each, for example `TS2322: …`. */
export function compile(files: string[]): Map<string, string[]> {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const program = ts.createProgram(
    files.map((file) => root + file),
    options,
  )
  return new Map(files.map((file) => [basename(file), messagesIn(program, file)]))
}

function messagesIn(program: ts.Program, file: string): string[] {
  const source = program.getSourceFile(root + file)
  if (!source) throw new Error(`${file} is not there`)
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ code, messageText }) => `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  )
}
