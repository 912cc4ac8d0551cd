import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  // Takes the SDK from its source in this repository. A project with the published package needs no configuration.
  resolve: { conditions: ['@sendoff/source', ...defaultClientConditions] },
})
