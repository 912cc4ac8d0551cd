import type { ReactNode } from 'react'

/** A short state beside a name. */
export function Badge({ tone = 'plain', children }: { tone?: 'plain' | 'good' | 'warm' | 'bad'; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>
}
