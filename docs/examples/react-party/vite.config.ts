import { msw } from 'msw/vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Serves MSW's worker script, which the browser test registers.
  plugins: [msw({ mode: 'worker-only' })],
  test: { include: ['test/*.spec.{ts,tsx}'], testTimeout: 30_000 },
})
