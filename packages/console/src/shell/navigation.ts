import type { Schemas } from '@sendoff/api'
import type { IconName } from '../parts/icon.tsx'
import type { Texts } from '../texts/en.ts'

/** A screen that can be gone to from anywhere. */
export type Place = { href: string; name: string; icon: IconName }

/** Screens that belong together. */
export type PlaceGroup = { name: string; places: Place[] }

/** Lists the screens for an account by its role: everything that is listed works for it. */
export function placesFor(me: Schemas['Me'], { nav }: Texts): PlaceGroup[] {
  const you: Place[] = [
    { href: '/', name: nav.home, icon: 'home' },
    { href: '/notifications', name: nav.notifications, icon: 'bell' },
    { href: '/profile', name: nav.profile, icon: 'person' },
    { href: '/security', name: nav.security, icon: 'shield' },
    { href: '/former-accounts', name: nav.former, icon: 'clock' },
  ]
  if (me.org_id === null) return [{ name: nav.you, places: you }]
  const organization: Place[] = [
    { href: '/contacts', name: nav.contacts, icon: 'people' },
    { href: '/administrators', name: nav.administrators, icon: 'key' },
    { href: '/applications', name: nav.applications, icon: 'paper' },
    { href: '/leave', name: nav.leave, icon: 'door' },
  ]
  const administration: Place[] = [{ href: '/reviews', name: nav.reviews, icon: 'check' }]
  return [
    { name: nav.you, places: you },
    { name: nav.organization, places: organization },
    ...(me.role === 'member' ? [] : [{ name: nav.administration, places: administration }]),
  ]
}
