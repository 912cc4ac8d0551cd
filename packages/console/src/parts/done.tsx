import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Says that an act is done. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <div className="done" role="status">
      <Icon name="check" />
      <p>{children}</p>
    </div>
  )
}
