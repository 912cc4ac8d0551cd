import { Choice } from '../../parts/form.tsx'
import { useTexts } from '../../texts/texts.tsx'

/** The reasons that a member may give (S42). */
export const REASONS = ['position_change', 'resignation', 'joined_by_mistake', 'restructuring', 'other'] as const

export type Reason = (typeof REASONS)[number]

/** Asks for the reason; `none` is the text of giving none. */
export function ReasonChoice({ label, none }: { label: string; none?: string }) {
  const { reasons } = useTexts()
  const options = REASONS.map((reason) => [reason, reasons[reason] ?? reason] as [string, string])
  return <Choice label={label} name="reason_code" options={none === undefined ? options : [['', none], ...options]} />
}
