import type { Schemas } from '@sendoff/api'
import type { IconName } from '../parts/icon.tsx'
import type { Texts } from '../texts/en.ts'

/** A screen that can be gone to from anywhere. */
export type Place = { href: string; name: string; icon: IconName }

/** Screens that belong together. */
export type PlaceGroup = { name: string; places: Place[] }

/** Lists the screens for an account by its role: everything that is listed works for it. */
export function placesFor(me: Schemas['Me'], { nav }: Texts): PlaceGroup[] {
  const you: Place[] = [{ href: '/', name: nav.home, icon: 'home' }]
  return me.account_id ? [{ name: nav.you, places: you }] : []
}
