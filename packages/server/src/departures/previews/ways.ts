import type { Schemas } from '@sendoff/api'
import type { MemberRow } from '../../locks/members.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import { type Language, texts } from '../../texts/texts.ts'
import { requireMayDepart } from '../may-depart.ts'
import { type Rule, ways } from '../ways.ts'

type Code = Schemas['LeaveBlocker']['code']

const CODES: readonly Code[] = [
  'founder_must_transfer',
  'sole_member_must_dissolve',
  'admin_cannot_leave_instantly',
  'approval_required',
  'last_admin',
]

/** The rules of each way; an application also meets those of its confirmation. */
const rules: Record<Schemas['LeaveWay']['way'], Rule[]> = {
  instant: ways.instant,
  approval: [...ways.application, requireMayDepart],
  deregistration: ways.deregistration,
}

/** Presents every way to depart by one's own act, with all the rules that would refuse it now. */
export async function presentWays(tx: Tx, member: MemberRow, language: Language): Promise<Schemas['LeaveWay'][]> {
  const presented: Schemas['LeaveWay'][] = []
  for (const way of ['instant', 'approval', 'deregistration'] as const) {
    const codes = new Set<Code>()
    for (const rule of rules[way]) for (const code of await refusalOf(rule(tx, member))) codes.add(code)
    // A founder who is the only member has nobody to transfer to.
    if (codes.has('sole_member_must_dissolve')) codes.delete('founder_must_transfer')
    const blockers = [...codes].map((code) => ({ code, detail: texts[language].problems[code].detail }))
    presented.push({ way, is_open: blockers.length === 0, blockers })
  }
  return presented
}

async function refusalOf(check: Promise<void>): Promise<Code[]> {
  try {
    await check
    return []
  } catch (error) {
    const code = error instanceof Refusal && CODES.find((one) => one === error.code)
    if (code) return [code]
    throw error
  }
}
