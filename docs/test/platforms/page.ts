import { type LiveParty, PartyClient, type PartyClientOptions, type PartySocket } from '@party/client'
import { protobuf } from '@party/client/protobuf'
import { tour } from './tour.ts'

// A game in a page. What the tests do with it they do by `globalThis.game`, as a player would by buttons.

class Game {
  /** What has happened, in order. */
  readonly story: string[] = []
  #socket: PartySocket | undefined

  /** Signs in and connects. */
  async start(name: string, options: PartyClientOptions): Promise<void> {
    const client = new PartyClient(options)
    const socket = client.createSocket()
    this.#socket = socket
    socket.onTransition(({ from, to, code }) => this.story.push(`${from} -> ${to}: ${code}`))
    socket.onPartyRejoin(({ outcome }) => this.story.push(outcome))
    socket.onError(({ code, message }) => this.story.push(`${code}: ${message}`))
    await socket.connect(await client.authenticateDevice(`device-of-${name}`, { username: name }))
  }

  get socket(): PartySocket {
    if (!this.#socket) throw new Error('not started')
    return this.#socket
  }

  /** The party that the player is in. */
  get party(): LiveParty {
    const [party] = this.socket.parties
    if (!party) throw new Error('not in a party')
    return party
  }

  /** What a page would show. */
  get shown() {
    const { state, parties } = this.socket
    const [party] = parties
    return {
      state,
      members: party?.members.map(({ username }) => username),
      leader: party?.leader.username,
      stale: party?.stale,
    }
  }

  tour(port: number, format: 'json' | 'protobuf'): Promise<string[]> {
    return tour({ port, ...(format === 'protobuf' && { codec: protobuf }) })
  }
}

/** What a page has under `game`. */
export type { Game }

Object.assign(globalThis, { game: new Game() })

// The same program is a worker too: it is told what to do by a message.
if (typeof document === 'undefined') {
  addEventListener('message', ({ data }: MessageEvent<[port: number, format: 'json' | 'protobuf']>) => {
    tour({ port: data[0], ...(data[1] === 'protobuf' && { codec: protobuf }) }).then(
      (steps) => postMessage(steps),
      (error: Error) => postMessage(error.stack),
    )
  })
}
