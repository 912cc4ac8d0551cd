import { DatabaseSync, StatementSync } from 'node:sqlite'

/** The message that a server sends at each commit on SQLite: the events that became durable, and the time in milliseconds. */
export type Committed = { events: string[]; at: number }

// Loaded into a server before its own modules. SQLite keeps no commit times, so the statements are watched where they leave JavaScript.
let recorded: string[] = []

function saw(text: string, values: readonly unknown[]): void {
  if (/^insert into "?event"?[\s(]/i.test(text)) {
    recorded.push(...values.flatMap((value) => (typeof value === 'string' ? (value.match(/^evt_\w+$/) ?? []) : [])))
  } else if (/^rollback\s*;?$/i.test(text)) recorded = []
  else if (/^commit\s*;?$/i.test(text) && recorded.length > 0) {
    process.send?.({ events: recorded, at: performance.timeOrigin + performance.now() } satisfies Committed)
    recorded = []
  }
}

for (const method of ['run', 'all', 'get'] as const) {
  const original = StatementSync.prototype[method] as (...values: unknown[]) => unknown
  StatementSync.prototype[method] = function (this: StatementSync, ...values: unknown[]) {
    const result = original.apply(this, values)
    saw(this.sourceSQL, values)
    return result
  } as never
}
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (text) {
  exec.call(this, text)
  saw(text, [])
}
process.channel?.unref()
