import type { Texts } from '../texts/en.ts'

/** A thing that was checked. Something wrong says what to do. */
export type Finding = {
  check: keyof Texts['check']['names']
  status: 'ok' | 'warning' | 'wrong'
  detail: string
  action?: string
}

/** Makes the findings of one check. */
export const findingsOf = (check: Finding['check']) => ({
  ok: (detail: string): Finding => ({ check, status: 'ok', detail }),
  warning: (detail: string, action: string): Finding => ({ check, status: 'warning', detail, action }),
  wrong: (detail: string, action: string): Finding => ({ check, status: 'wrong', detail, action }),
})

/** The system's or library's words for an error: its innermost cause with a code, and the message. */
export function reasonOf(error: unknown): { code: string; message: string } {
  let found = { code: '', message: String(error) }
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as NodeJS.ErrnoException
    found = { code: typeof code === 'string' ? code : found.code, message: at.message || found.message }
  }
  return found
}
