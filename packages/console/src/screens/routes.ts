import { lazyScreen } from '../shell/lazy-screen.tsx'

/** The screens by their paths below `/console`, each loaded with its texts in one language when somebody goes there. */
export const routes = {
  '/': lazyScreen(() => import('./home/home.tsx'), {
    en: () => import('./home/texts/en.ts'),
    'zh-CN': () => import('./home/texts/zh-cn.ts'),
  }),
}
