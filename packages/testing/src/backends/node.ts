import { type Backend, ownServer } from './backend.ts'

/**
 * A real port of this machine (a free one, on 127.0.0.1), with real WebSockets. Time is real too: nobody can tell when
 * bytes that are on their way have arrived, so there is nothing to wait for before the clock goes on.
 */
export const nodeBackend: Backend = {
  can: { ...ownServer, virtualTime: false },
  limits: {},
  async open(server) {
    const { listen } = await import('@party/server/node')
    const host = await listen(server)
    return { url: new URL(host.url), close: () => host.close() }
  },
}
