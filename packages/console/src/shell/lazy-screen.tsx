import { type ComponentType, lazy } from 'react'
import { page } from '../page.ts'
import type { ByLanguage } from '../texts/texts.tsx'

/** A screen gets its texts in the language of the page. */
export type ScreenOf<Texts> = { texts: Texts }

/** Makes a screen that is loaded, together with its texts in one language, when somebody goes there. */
export function lazyScreen<Texts>(
  load: () => Promise<{ default: ComponentType<ScreenOf<Texts>> }>,
  textsBy: ByLanguage<Texts>,
) {
  return lazy(async () => {
    const [{ default: Screen }, { texts }] = await Promise.all([load(), textsBy[page.lang]()])
    return { default: () => <Screen texts={texts} /> }
  })
}
