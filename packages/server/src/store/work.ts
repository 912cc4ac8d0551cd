import type { Reader, Tx } from './schema.ts'

/** One moment of business time, and the request that a transaction is for. */
export type Moment = {
  /** Business time, in milliseconds. */
  now: number
  /** The span of the request (W3C Trace Context), which the events of the transaction keep. */
  traceparent?: string | null
}

/** A look at the store at one moment of business time, inside or outside a transaction. */
export interface View {
  readonly db: Reader
  /** Business time, in milliseconds. */
  readonly now: number
}

/** One transaction at one moment of business time: everything a rule may read, write and leave behind. */
export interface Work extends View {
  readonly db: Tx
  readonly traceparent: string | null
  /**
   * Leaves a task behind, and wakes whoever does it once the transaction has committed.
   *
   * @param subjects the endpoints, or the organisations with new events, that the task concerns; none if they are not known
   */
  wake(task: LeftBehind, ...subjects: string[]): void
  /** Calls back once the transaction has committed; a transaction that runs again calls the last attempt's only. */
  afterCommit(done: () => void): void
  /**
   * Takes a write whose result nobody needs: its rule goes on, and the transaction fails with it. On PostgreSQL it is sent together
   * with what follows, the commit included.
   *
   * @param written one statement, which is under way
   */
  later(written: Promise<unknown>): void
  /** Notes that an event of a type was recorded; for the metrics, once the transaction has committed. */
  noteRecorded(type: string): void
}

/** The tasks that a transaction can leave behind for others. */
export type LeftBehind = 'deliveries' | 'due_work' | 'challenges' | 'events' | 'erasures'

/** The tasks left behind with their subjects; an empty set means any subject. */
export type Left = ReadonlyMap<LeftBehind, ReadonlySet<string>>

/** The work of one attempt at a transaction, with the announcements to make once it has committed. */
export class Transacted implements Work {
  readonly db: Tx
  readonly now: number
  readonly traceparent: string | null
  readonly left = new Map<LeftBehind, Set<string>>()
  readonly recorded: string[] = []
  readonly done: (() => void)[] = []
  readonly #written: Promise<unknown>[] = []

  constructor(db: Tx, { now, traceparent = null }: Moment) {
    this.db = db
    this.now = now
    this.traceparent = traceparent
  }

  wake(task: LeftBehind, ...subjects: string[]): void {
    const known = this.left.get(task)
    // An empty set means any subject and is never narrowed again.
    if (known?.size === 0) return
    if (subjects.length === 0 || !known) this.left.set(task, new Set(subjects))
    else for (const subject of subjects) known.add(subject)
  }

  afterCommit(done: () => void): void {
    this.done.push(done)
  }

  later(written: Promise<unknown>): void {
    // The failure is that of the transaction; here it only must not count as unhandled.
    written.catch(() => {})
    this.#written.push(written)
  }

  /** Waits for the writes that nobody waited for; throws the first failure. */
  async settled(): Promise<void> {
    while (this.#written.length > 0) await Promise.all(this.#written.splice(0))
  }

  noteRecorded(type: string): void {
    this.recorded.push(type)
  }
}
