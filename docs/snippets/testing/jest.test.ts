import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

// Jest's globals and Vitest's are the same as far as the snippet goes.
describe('with globals', async () => {
  vi.stubGlobal('beforeEach', beforeEach)
  vi.stubGlobal('afterEach', afterEach)
  vi.stubGlobal('test', test)
  vi.stubGlobal('expect', expect)
  await import('./jest.ts')
})
