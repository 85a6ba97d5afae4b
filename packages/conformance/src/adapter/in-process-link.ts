import { Adapter, type Command } from '../../adapters/typescript/adapter.ts'
import type { OpenLink } from './link.ts'

/** What stands in for the network between the reference client and a server in this process. */
export type Platform = ConstructorParameters<typeof Adapter>[1]

/** @party/client in this process, behind the same messages as any other program. */
export function inProcessLink(platform: Platform = {}): OpenLink {
  return async (listener) => {
    const adapter = new Adapter((message) => listener.onMessage(copyOf(message)), platform)
    return {
      send: (message) => adapter.receive(copyOf(message) as Command),
      close: async () => {
        await adapter.drain()
        listener.onEnd('the reference client was closed')
      },
    }
  }
}

/** What a line would make of a message. */
function copyOf(message: object): unknown {
  return JSON.parse(JSON.stringify(message))
}
