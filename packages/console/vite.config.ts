import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  base: '/console/',
  resolve: { conditions: ['@sendoff/source', ...defaultClientConditions] },
  build: {
    // Every browser with what the console uses itself: `popover`, `<dialog>` and `URL.parse`.
    target: ['chrome126', 'firefox128', 'safari18'],
    manifest: true,
    // The page names what it loads first; the lists of what each screen loads would cost every first load half a kilobyte.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    assetsInlineLimit: 0,
  },
})
