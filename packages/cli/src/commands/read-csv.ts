import { readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { Failure, usage } from '../errors/failure.ts'
import type { Texts } from '../texts/texts.ts'
import { isTimestamp } from '../values/duration.ts'
import { isReasonCode, type ReasonCode } from './reason.ts'

export type Handover = { recipient_id?: string; by_kind?: { kind: string; action: 'transfer' | 'delete' | 'hold' }[] }

/** A line of the file: a member to offboard. */
export type Line = {
  readonly line: number
  readonly account_id: string
  readonly reason_code: ReasonCode
  readonly reason_text?: string
  readonly effective_at?: string
  readonly handover?: Handover
}

const COLUMNS = ['account_id', 'reason_code', 'reason_text', 'effective_at', 'recipient_id']

/** The most members of a batch. */
const MOST = 500

/**
 * Reads a file of members, separated by commas, semicolons or tabs, in UTF-8 or, as Excel in Chinese saves it, in GB18030.
 *
 * @param common the values for lines that have none of their own
 * @throws {Failure} exit 2 with every line that is wrong
 */
export function readMembers(
  path: string,
  common: {
    reason_code?: ReasonCode | undefined
    reason_text?: string | undefined
    effective_at?: string | undefined
    recipient_id?: string | undefined
    by_kind: NonNullable<Handover['by_kind']>
  },
  texts: Texts,
): Line[] {
  const t = texts.batch
  const { by_kind } = common
  let rows: { record: Record<string, string>; info: { lines: number } }[]
  try {
    rows = parse(decoded(readFileSync(path)), {
      bom: true,
      columns: (names: string[]) => checkedColumns(names, texts),
      delimiter: [',', ';', '\t'],
      info: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch (error) {
    if (error instanceof Failure) throw error
    if (error instanceof CsvError) throw usage(t.unreadable(path, error.message))
    if (error instanceof Error && 'code' in error) throw usage(t.unreadable(path, String(error.code)))
    throw error
  }
  const faults: { line: number; detail: string }[] = []
  const seen = new Map<string, number>()
  const members = rows.map(({ record, info: { lines: line } }): Line => {
    const fault = (detail: string) => faults.push({ line, detail })
    const { account_id = '' } = record
    const reason_code = record.reason_code || common.reason_code || ''
    const effective_at = record.effective_at || common.effective_at
    const reason_text = record.reason_text || common.reason_text
    const recipient_id = record.recipient_id || common.recipient_id
    const earlier = seen.get(account_id)
    if (!/^[\w-]{1,100}$/.test(account_id)) fault(t.wrongMember)
    else if (earlier !== undefined) fault(t.twice(earlier))
    else seen.set(account_id, line)
    if (!isReasonCode(reason_code)) fault(texts.offboard.needsReason)
    if (effective_at && !isTimestamp(effective_at)) fault(texts.offboard.wrongTime)
    return {
      line,
      account_id,
      reason_code: reason_code as ReasonCode,
      ...(reason_text && { reason_text }),
      ...(effective_at && { effective_at }),
      ...((recipient_id || by_kind.length > 0) && {
        handover: { ...(recipient_id && { recipient_id }), ...(by_kind.length > 0 && { by_kind }) },
      }),
    }
  })
  if (members.length === 0 || members.length > MOST) throw usage(t.size(members.length, MOST))
  if (faults.length > 0) {
    const listed = faults.map(({ line, detail }) => t.fault(line, detail)).join('\n')
    throw usage(`${t.wrong(path, faults.length)}\n${listed}`, { faults })
  }
  return members
}

/** Refuses an unknown column: a `recipent_id` would silently leave the resources to the policy. */
function checkedColumns(names: string[], texts: Texts): string[] {
  const unknown = names.filter((name) => !COLUMNS.includes(name))
  if (unknown.length > 0 || !names.includes('account_id')) throw usage(texts.batch.columns(unknown, COLUMNS))
  return names
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
