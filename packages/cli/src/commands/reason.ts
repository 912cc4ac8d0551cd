import type { FlagParametersForType } from '@stricli/core'
import type { Context } from '../context.ts'
import type { Texts } from '../texts/texts.ts'
import { oneOf, text } from './flags.ts'

const CODES = ['position_change', 'resignation', 'joined_by_mistake', 'restructuring', 'other'] as const

export type ReasonCode = (typeof CODES)[number]
export type Reasoned = { readonly reason?: ReasonCode; readonly reasonText?: string }

/** The flags with which a reason is given. */
export const reasonFlags = (texts: Texts): FlagParametersForType<Reasoned, Context> => ({
  reason: oneOf(texts.flags.reason, CODES),
  reasonText: text(texts.flags.reasonText, 'text'),
})

export const isReasonCode = (given: string): given is ReasonCode => CODES.includes(given as ReasonCode)

/** The reason in the API's members. */
export const reasonOf = ({ reason, reasonText }: Reasoned) => ({
  ...(reason && { reason_code: reason }),
  ...(reasonText !== undefined && { reason_text: reasonText }),
})
