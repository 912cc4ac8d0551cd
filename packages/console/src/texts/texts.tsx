import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import { type Language, page } from '../page.ts'
import type { Texts } from './en.ts'

const TextsContext = createContext<Texts | undefined>(undefined)

/** A text module of a language, by screen. */
export type TextModule<Of> = { texts: Of }

/** The modules of a set of texts by language; the browser loads one. */
export type ByLanguage<Of> = Record<Language, () => Promise<TextModule<Of>>>

const shared: ByLanguage<Texts> = { en: () => import('./en.ts'), 'zh-CN': () => import('./zh-cn.ts') }

/** Loads the texts that every screen shares, and makes the component that provides them. */
export async function loadTexts(): Promise<ComponentType<{ children: ReactNode }>> {
  const { texts } = await shared[page.lang]()
  return ({ children }) => <TextsContext value={texts}>{children}</TextsContext>
}

/** The shared texts in the language of the page. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext)
  if (!texts) throw new Error('the texts are not loaded')
  return texts
}
