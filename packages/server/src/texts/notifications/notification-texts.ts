import type { Schemas } from '@sendoff/api'

/** The texts of notifications by type: the fact, and the next step of the reader. */
export type NotificationTexts = Record<Schemas['Notification']['type'], { title: string; detail: string }>
