import type { Schemas } from '@sendoff/api'

/** The width below which the console has the form of a phone, as in the styles. */
const PHONE = '(max-width: 40rem)'

/**
 * The path by which the person came to leave, as the departure records it (S17, S39, S48). The profile of the console is among its
 * settings, for which the documents have one path on a desktop.
 */
export function entryPointOf(from: string): Schemas['EntryPoint'] | undefined {
  const isPhone = matchMedia(PHONE).matches
  if (from === 'contacts') return isPhone ? 'mobile_contacts' : 'desktop_contacts'
  if (from === 'profile') return isPhone ? 'mobile_profile' : 'desktop_settings'
  if (from === 'settings') return isPhone ? 'mobile_settings' : 'desktop_settings'
  return undefined
}
