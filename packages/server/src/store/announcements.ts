import type { LeftBehind, Transacted } from './work.ts'

/** Tells the listeners of a server about each commit. */
export class Announcements {
  readonly #listeners = new Map<LeftBehind, (subjects: readonly string[]) => void>()
  #onRecorded: (types: readonly string[]) => void = () => {}

  onLeft(task: LeftBehind, listener: (subjects: readonly string[]) => void): void {
    this.#listeners.set(task, listener)
  }

  onRecorded(listener: (types: readonly string[]) => void): void {
    this.#onRecorded = listener
  }

  /** Tells what a transaction of this server has left behind and recorded. */
  committed({ left, recorded }: Transacted): void {
    for (const [task, subjects] of left) this.tell(task, [...subjects])
    this.#onRecorded(recorded)
  }

  /** Tells of a task, also when another server has left it behind. */
  tell(task: LeftBehind, subjects: readonly string[]): void {
    this.#listeners.get(task)?.(subjects)
  }
}
