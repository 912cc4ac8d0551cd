import type { Attempt } from './attempt.ts'
import { STEPS, type Step, TOOLS, type Tool } from './tools.ts'

const HEAD = `# Compatibility

Tools that read the contract, each tried on \`/openapi.json\` of a running server. \`npm run compatibility\` writes this page, and the test
\`test/compatibility\` (in \`npm run test:all\`) fails when it finds something else.

A tool *generates* from the contract; TypeScript 5.9 and 7 *compile* the result and a program that uses it, with \`strict\` and
\`noUncheckedIndexedAccess\`; and the program *calls* the server: it gets a token from the address in the contract, lists the associations,
ends one, is refused to end it again and tells that refusal by its status and code, and reads the event, whose type gives it its \`data\`.
The programs are in [\`test/compatibility/programs\`](../test/compatibility/programs), to start from.

| tool | is a | generates | compiles | calls | remarks |
| --- | --- | --- | --- | --- | --- |
`

/** Writes the page of the attempts, with the version of each package. */
export function page(attempts: Map<string, Attempt>, version: (name: string) => string): string {
  return HEAD + TOOLS.map((tool) => row(tool, attempts.get(tool.package), version(tool.package))).join('')
}

function row(tool: Tool, result: Attempt | undefined, version: string): string {
  const cells = STEPS.map((step) => cell(step, result))
  return `| ${tool.package} ${version} | ${tool.makes} | ${cells.join(' | ')} | ${tool.remark ?? ''} |\n`
}

function cell(step: Step, result: Attempt | undefined): string {
  if (result?.done.includes(step)) return 'yes'
  return result?.failed?.step === step ? 'no' : '–'
}
