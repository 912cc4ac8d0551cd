import { setTimeout as delay } from 'node:timers/promises'
import { CallError, type ResultOf } from '@sendoff/sdk'
import type { Context } from '../context.ts'
import { EXIT } from '../errors/failure.ts'
import { confirm } from '../output/ask.ts'
import { writePrivately } from '../session/files.ts'
import type { Texts } from '../texts/texts.ts'
import type { Begun } from './begin.ts'
import type { Line } from './read-csv.ts'

type Item = ResultOf<'offboardingBatches.listItems'>['data'][number]
type Options = { readonly dryRun: boolean; readonly yes: boolean; readonly result?: string | undefined }

/** Offboards the members of a file: a dry run of all of them, the question, and a result for each line. */
export async function offboardMembers(context: Context, begun: Begun, members: readonly Line[], options: Options) {
  const { session, out, texts, asking } = begun
  const { offboardingBatches } = session.client(['member:offboard'])
  const items = members.map(({ line: _, ...member }) => member)
  const trial = await offboardingBatches.create({ items, dry_run: true })
  const planned = await resultsOf(begun, trial.batch_id)
  const failing = planned.filter(({ status }) => status === 'failed')
  if (options.dryRun) return print(context, begun, planned, members, options)
  for (const item of failing) out.note(lineOf(item, members, texts))
  out.note(texts.batch.checked(members.length, failing.length))
  await confirm(texts.batch.question(members.length - failing.length), options.yes, asking)
  const { batch_id } = await offboardingBatches.create({ items })
  out.note(texts.batch.started(batch_id))
  print(context, begun, await resultsOf(begun, batch_id), members, options)
}

/** Follows a batch that was begun before, for example when the terminal was closed. */
export async function resumeBatch(context: Context, begun: Begun, batch_id: string, options: Options) {
  print(context, begun, await resultsOf(begun, batch_id), [], options)
}

/** Waits for the end of a batch. @returns its items in their order */
async function resultsOf({ session, out, texts }: Begun, batch_id: string): Promise<Item[]> {
  const { offboardingBatches } = session.client(['member:offboard'])
  for (let pause = 250, told = false; ; pause = Math.min(pause * 2, 5000)) {
    try {
      const { status } = await offboardingBatches.get({ batch_id })
      if (status !== 'running') break
    } catch (error) {
      if (!(error instanceof CallError && error.temporary)) throw error
      if (!told) out.note(texts.feed.lost)
      told = true
    }
    await delay(pause)
  }
  const items: Item[] = []
  for await (const item of offboardingBatches.listItems({ batch_id, limit: 200 })) items.push(item)
  return items.sort((a, b) => a.position - b.position)
}

function print(context: Context, { out, texts }: Begun, items: Item[], members: readonly Line[], { result }: Options) {
  for (const item of items) {
    const { line } = members[item.position] ?? {}
    out.item({ ...(line && { line }), ...item }, () => lineOf(item, members, texts))
  }
  if (result !== undefined) writePrivately(result, csvOf(items, members))
  const done = items.filter(({ status }) => status === 'succeeded').length
  if (done < items.length) context.process.exitCode = done === 0 ? EXIT.refused : EXIT.inPart
}

const lineOf = ({ position, account_id, status, failure, problem }: Item, members: readonly Line[], texts: Texts) =>
  texts.batch.line(members[position]?.line ?? position + 1, account_id, status, problem?.detail ?? failure)

/** The results as CSV. A cell that begins like a formula gets an apostrophe, so that no spreadsheet calculates it. */
function csvOf(items: readonly Item[], members: readonly Line[]): string {
  const cell = (value: unknown) =>
    `"${String(value ?? '')
      .replace(/^[=+\-@\t\r]/, "'$&")
      .replaceAll('"', '""')}"`
  const rows = items.map(({ position, account_id, status, offboarding_id, problem, failure }) => [
    members[position]?.line ?? position + 1,
    account_id,
    status,
    offboarding_id,
    problem?.code ?? failure,
    problem?.detail,
  ])
  const heading = ['line', 'account_id', 'status', 'offboarding_id', 'code', 'detail']
  return `\ufeff${[heading, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
