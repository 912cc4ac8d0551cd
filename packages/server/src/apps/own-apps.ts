import type { Sealer } from '../crypto/seal.ts'
import type { Work } from '../store/work.ts'
import { keepConsoleApp } from './console-app.ts'
import { keepPlatformApp } from './platform-app.ts'

/** Keeps the apps of the platform itself: the one for programs on a person's machine, and the console's. */
export async function keepOwnApps(work: Work, parts: { base: string; sealer: Sealer }): Promise<void> {
  await keepPlatformApp(work)
  await keepConsoleApp(work, parts)
}
