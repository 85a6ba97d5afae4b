import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

/** Builds the package as pages get it: without the WebSocket for platforms that have none of their own. */
export const forBrowsers: Plugin = {
  name: 'for-browsers',
  setup(build) {
    const path = fileURLToPath(new URL('src/transport/isomorphic.browser.ts', import.meta.url))
    build.onResolve({ filter: /\/isomorphic\.ts$/ }, () => ({ path, sideEffects: false }))
  },
}
