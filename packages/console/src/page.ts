/** The languages of the console. */
export type Language = 'en' | 'zh-CN'

const { lang, dataset } = document.documentElement

/** The facts that the server wrote into the document: the language, and whether it is a sandbox. */
export const page = {
  lang: (lang === 'zh-CN' ? 'zh-CN' : 'en') as Language,
  isSandbox: dataset.mode === 'sandbox',
}

let ahead = Date.parse(dataset.now ?? '') - Date.now() || 0

/** The server's business time, in milliseconds: in a sandbox it is moved, and everything that falls due goes by it. */
export const businessNow = (): number => Date.now() + ahead

/** Takes the server's business time, after it was moved. */
export function setBusinessNow(now: number): void {
  ahead = now - Date.now()
}
