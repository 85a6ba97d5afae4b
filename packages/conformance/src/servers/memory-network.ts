import { type MemoryHost, memoryHost, type PartyServer } from '@party/server'
import type { Platform } from '../adapter/in-process-link.ts'

/** Servers in this process, each under a host name of its own. */
export class MemoryNetwork {
  readonly #hosts = new Map<string, MemoryHost>()
  #count = 0

  /** Gives a server a name, under which it can be reached until {@link remove}. */
  add(server: PartyServer): string {
    const name = `memory-${++this.#count}`
    this.#hosts.set(name, memoryHost(server))
    return name
  }

  remove(name: string): void {
    this.#hosts.delete(name)
  }

  /** The host behind a URL. @throws {Error} when there is none, as a connection that is refused. */
  at(url: string | URL): MemoryHost {
    const host = this.#hosts.get(new URL(url).hostname)
    if (host === undefined) throw new Error(`nobody listens at ${new URL(url).host}`)
    return host
  }

  /** What a client uses in place of the network. */
  get platform(): NonNullable<Platform> {
    const network = this
    // Called with `new`, a function returns the object it has made: a socket of whichever server the URL names.
    function NetworkSocket(url: string): WebSocket {
      return new (network.at(url).WebSocket)(url)
    }
    return {
      WebSocket: NetworkSocket as unknown as typeof WebSocket,
      fetch: async (input, init) =>
        network.at(input instanceof Request ? input.url : input).fetch(input, init),
    }
  }
}
