import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  base: '/console/',
  resolve: { conditions: ['@sendoff/source', ...defaultClientConditions] },
  build: {
    // Every browser with what the console uses itself: `popover`, `<dialog>` and `URL.parse`.
    target: ['chrome126', 'firefox128', 'safari18'],
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
})
