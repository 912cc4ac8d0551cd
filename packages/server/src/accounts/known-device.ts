import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { Sealer } from '../crypto/seal.ts'
import { type Address, targetOf } from '../identity/address.ts'

/** A browser in which somebody has signed in with an address: it may try again however often others fail. */
export const knownDevice = z.object({
  /** A random name, under which the browser's wrong passwords are counted. */
  id: z.string(),
  /** A digest of the address and the password's hash, so that a new password invalidates it. */
  stamp: z.string(),
  /** Real time, in milliseconds. */
  expiresAt: z.number(),
})
export type KnownDevice = z.output<typeof knownDevice>

const VALID = 180 * 24 * 60 * 60 * 1000

/** Creates the record that a browser keeps after a sign-in. */
export function newDevice(sealer: Sealer, address: Address, passwordHash: string): KnownDevice {
  return {
    id: randomBytes(16).toString('base64url'),
    stamp: stampOf(sealer, address, passwordHash),
    expiresAt: Date.now() + VALID,
  }
}

/** Finds the record for an address and its present password; undefined if nobody has the address. */
export function findDevice(
  sealer: Sealer,
  devices: readonly KnownDevice[],
  address: Address,
  passwordHash: string | undefined,
): KnownDevice | undefined {
  const stamp = stampOf(sealer, address, passwordHash ?? 'nobody')
  const found = devices.find((device) => device.stamp === stamp && device.expiresAt > Date.now())
  return passwordHash === undefined ? undefined : found
}

const stampOf = (sealer: Sealer, address: Address, passwordHash: string) =>
  sealer.digest(JSON.stringify([targetOf(address), passwordHash]), 'known device')
