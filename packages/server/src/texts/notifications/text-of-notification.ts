import type { Schemas } from '@sendoff/api'
import type { Language } from '../texts.ts'
import { en } from './en.ts'
import type { NotificationTexts } from './notification-texts.ts'
import { zhCN } from './zh-cn.ts'

const texts: Record<Language, NotificationTexts> = { en, 'zh-CN': zhCN }

/** Returns the title and detail of a notification, in the language of its reader. */
export const textOfNotification = (type: Schemas['Notification']['type'], language: Language = 'en') =>
  texts[language][type]
