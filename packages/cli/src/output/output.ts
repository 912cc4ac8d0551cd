import { plain } from '../values/plain.ts'
import { columns } from './columns.ts'

export type Streams = {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

export type Output = ReturnType<typeof outputTo>

/** Prints results on standard output, and everything else on standard error. */
export function outputTo({ stdout, stderr }: Streams, { json, quiet }: { json: boolean; quiet: boolean }) {
  const print = (text: string) => void stdout.write(`${text}\n`)
  return {
    json,
    /** Prints a result: with `--json` the document, else the lines of text. */
    document(value: unknown, lines: () => readonly string[]): void {
      if (json) print(JSON.stringify(value))
      else for (const line of lines()) print(plain(line))
    },
    /** Prints a list: with `--json` the documents as one array, else columns below a heading, or a sentence when it is empty. */
    list<Item>(
      items: readonly Item[],
      heading: readonly string[],
      row: (item: Item) => unknown[],
      empty: string,
    ): void {
      if (json) print(JSON.stringify(items))
      else if (items.length === 0) this.note(empty)
      else for (const line of columns([heading, ...items.map(row)])) print(line)
    },
    /** Prints one of a stream of results: with `--json` a document on a line of its own. */
    item(value: unknown, line: () => string): void {
      print(json ? JSON.stringify(value) : plain(line()))
    },
    /** Prints a message about the work, unless `--quiet`. */
    note(text: string): void {
      if (!quiet) stderr.write(`${plain(text)}\n`)
    },
  }
}
