import type { PartySocket } from '@party/client'
import { createTestEnvironment, type TestEnvironment } from '@party/testing'
import { setupWorker } from 'msw/browser'

// The game as it is, with a server in the page: MSW brings it what the game sends to 127.0.0.1:7350.

declare global {
  /** For the test: the server, and everything that can go wrong. */
  var env: TestEnvironment
  /** For the test: the others who play. */
  var friends: Map<string, PartySocket>
}

const worker = setupWorker()
await worker.start({ quiet: true, onUnhandledFrame: 'bypass' })
globalThis.env = await createTestEnvironment({ backend: { msw: worker }, time: 'real' })
globalThis.friends = new Map()
await import('../src/main.tsx')
