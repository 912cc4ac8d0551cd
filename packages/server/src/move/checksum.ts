import { hash } from 'node:crypto'

/** The number of rows, and a sum of their digests in hexadecimal, which does not depend on their order. */
export type Content = { rows: number; checksum: string }

const LIMIT = 1n << 128n

/** Sums up rows: the first 128 bits of the SHA-256 of each, modulo 2^128, so that equal rows do not cancel each other out. */
export class Checksum {
  #rows = 0
  #sum = 0n

  add(row: readonly (string | null)[]): void {
    this.#rows += 1
    this.#sum = (this.#sum + BigInt(`0x${hash('sha256', JSON.stringify(row)).slice(0, 32)}`)) % LIMIT
  }

  get content(): Content {
    return { rows: this.#rows, checksum: this.#sum.toString(16).padStart(32, '0') }
  }
}
