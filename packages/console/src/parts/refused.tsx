import { CallError, ConnectionError, SendoffError } from '@sendoff/sdk'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { SessionEnded } from '../session/keeper.ts'
import type { Texts } from '../texts/en.ts'
import { useTexts } from '../texts/texts.tsx'
import { Copy } from './copy.tsx'
import { Icon } from './icon.tsx'

type Props = {
  error: unknown
  title?: string
  /** Tries it again; there is a button if it is given. */
  again?: (() => void) | undefined
}

/** A refusal: what was wrong, what to do about it, and the id of the request for whoever is asked. */
export function Refused({ error, title, again }: Props) {
  const { states } = useTexts()
  // The reason takes the place of the whole screen.
  if (error instanceof SessionEnded) return null
  const isSilent = error instanceof ConnectionError
  const problem = error instanceof SendoffError ? error.problem : undefined
  const wait = problem && 'retry_after' in problem ? Number(problem.retry_after) : undefined
  return (
    <div className="refused" role="alert">
      <Icon name="warning" />
      <div>
        <p className="refused-title">{isSilent ? states.unreachable : (title ?? states.refused)}</p>
        <p>{isSilent ? states.unreachableDetail : (problem?.detail ?? String((error as Error)?.message ?? error))}</p>
        <Remedy problem={problem} />
        {again && <Again key={wait} wait={wait} again={again} />}
        {error instanceof CallError && error.requestId !== undefined && (
          <p className="request">
            {states.requestId} <code>{error.requestId}</code> <Copy text={error.requestId} />
          </p>
        )}
      </div>
    </div>
  )
}

type Problem = { remediation?: { action: keyof Texts['remedies'] } }

function Remedy({ problem }: { problem: object | undefined }): ReactNode {
  const { remedies } = useTexts()
  const action = (problem as Problem | undefined)?.remediation?.action
  if (action === undefined) return null
  const text = remedies[action]
  if (action === 'contact_admin') return <Link href="/administrators">{text}</Link>
  if (action === 'apply_to_leave') return <Link href="/applications/new">{text}</Link>
  return <p>{text}</p>
}

/** A button that can be pressed once the server takes calls again. */
function Again({ wait, again }: { wait: number | undefined; again: () => void }) {
  const { states } = useTexts()
  const [left, setLeft] = useState(wait ?? 0)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return (
    <button type="button" className="button" disabled={left > 0} onClick={again}>
      {left > 0 ? states.again(left) : states.retry}
    </button>
  )
}

/** The faults of single fields by the name of the field, for example `email` for the pointer `/email`. */
export function faultsOf(error: unknown): Record<string, string> {
  if (!(error instanceof SendoffError) || !('errors' in error.problem)) return {}
  const faults = error.problem.errors as { pointer: string; detail: string }[]
  return Object.fromEntries(faults.map(({ pointer, detail }) => [pointer.slice(1), detail]))
}
