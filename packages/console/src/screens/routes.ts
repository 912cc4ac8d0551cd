import { lazyScreen } from '../shell/lazy-screen.tsx'

const home = { en: () => import('./home/texts/en.ts'), 'zh-CN': () => import('./home/texts/zh-cn.ts') }
const person = { en: () => import('./person/texts/en.ts'), 'zh-CN': () => import('./person/texts/zh-cn.ts') }
const security = { en: () => import('./security/texts/en.ts'), 'zh-CN': () => import('./security/texts/zh-cn.ts') }
const leaving = { en: () => import('./leaving/texts/en.ts'), 'zh-CN': () => import('./leaving/texts/zh-cn.ts') }
const reviews = { en: () => import('./reviews/texts/en.ts'), 'zh-CN': () => import('./reviews/texts/zh-cn.ts') }

/** The screens by their paths below `/console`, each loaded with its texts in one language when somebody goes there. */
export const routes = {
  '/': lazyScreen(() => import('./home/home.tsx'), home),
  '/notifications': lazyScreen(() => import('./person/notifications.tsx'), person),
  '/profile': lazyScreen(() => import('./person/profile.tsx'), person),
  '/former-accounts': lazyScreen(() => import('./person/former-accounts.tsx'), person),
  '/contacts': lazyScreen(() => import('./person/contacts.tsx'), person),
  '/administrators': lazyScreen(() => import('./person/administrators.tsx'), person),
  '/security': lazyScreen(() => import('./security/security.tsx'), security),
  '/security/password': lazyScreen(() => import('./security/password.tsx'), security),
  '/security/address': lazyScreen(() => import('./security/address.tsx'), security),
  '/security/sign-ins': lazyScreen(() => import('./security/sign-ins.tsx'), security),
  '/security/deregister': lazyScreen(() => import('./leaving/deregister.tsx'), leaving),
  '/leave': lazyScreen(() => import('./leaving/leave.tsx'), leaving),
  '/reviews': lazyScreen(() => import('./reviews/reviews.tsx'), reviews),
  '/applications': lazyScreen(() => import('./leaving/applications.tsx'), leaving),
  '/applications/new': lazyScreen(() => import('./leaving/apply.tsx'), leaving),
  '/applications/:application': lazyScreen(() => import('./leaving/application.tsx'), leaving),
}
