import { memoryHost } from '@party/server'
import { type Backend, ownServer } from './backend.ts'

/** Everything inside the process: the real codec and rules, and no network. */
export const memoryBackend: Backend = {
  can: ownServer,
  limits: {},
  open: async (server) => ({
    ...memoryHost(server),
    url: new URL('http://memory:7350'),
    close: () => server.close(),
  }),
}
