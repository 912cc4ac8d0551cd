/** The appearance that the person chose; the server writes it into the next page. */
export type Theme = 'system' | 'light' | 'dark'

const YEAR = 365 * 24 * 60 * 60

export const themeOf = (): Theme => (document.documentElement.dataset.theme ?? 'system') as Theme

/** Changes the appearance at once, and for every later page. */
export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  const age = theme === 'system' ? 0 : YEAR
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and this is no secret
  document.cookie = `sendoff_theme=${theme}; path=/console; max-age=${age}; samesite=lax`
}
