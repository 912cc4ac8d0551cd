import { blocksOf } from './blocks.ts'

const RUN = new Set(['ts', 'sh'])

/**
 * Turns a guide into one program. Each line of code keeps its line number, so that an error names the line of the guide. Shell blocks
 * are run by the function `shell`, in their place.
 *
 * @param shell the module that exports `shell`
 */
export function programOf(markdown: string, shell: string): string {
  const lines = markdown.split('\n').map(() => '')
  for (const { language, code, line } of blocksOf(markdown)) {
    if (!RUN.has(language)) continue
    if (language === 'ts') for (const [index, text] of code.split('\n').entries()) lines[line - 1 + index] = text
    else lines[line - 1] = `await shell(${JSON.stringify(code)})`
  }
  // The first line of a guide is its title.
  lines[0] = `import { shell } from ${JSON.stringify(shell)}; const shellIsUsed = shell`
  return `${lines.join('\n')}\nvoid shellIsUsed\n`
}

/** The outputs that a guide promises, in order; `…` stands for any text. */
export const outputsOf = (markdown: string): RegExp[] =>
  blocksOf(markdown)
    .filter(({ language }) => language === 'text')
    .map(({ code }) => new RegExp(code.trimEnd().split('…').map(escaped).join('.*?')))

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
