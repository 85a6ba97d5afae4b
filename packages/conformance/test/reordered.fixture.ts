import { settled } from '@party/protocol/virtual-clock'

interface Frame {
  readonly data: string
  readonly isAnswer: boolean
  /** One of those that Nakama sends from another thread than its answers. */
  readonly isLate: boolean
}

/**
 * A WebSocket class whose server lets answers and the events of joins and leaves overtake each other, as Nakama
 * does. Everything else keeps its order.
 *
 * @param swap whether an answer comes after the events right behind it
 */
export function reordered(Socket: typeof WebSocket, swap: () => boolean): typeof WebSocket {
  return class extends Socket {
    #listener: ((event: never) => unknown) | null = null
    #frames: Frame[] = []

    constructor(url: string | URL) {
      super(url)
      Object.defineProperty(this, 'onmessage', {
        set: (listener) => {
          this.#listener = listener
        },
        // The frames come to the listener by way of here alone.
        get: () => null,
      })
      this.addEventListener('message', ({ data }) => {
        const { cid, party, party_presence_event } = JSON.parse(data)
        const isAnswer = cid !== undefined
        this.#frames.push({ data, isAnswer, isLate: !isAnswer && Boolean(party ?? party_presence_event) })
        // Together with what arrives in the same turn.
        if (this.#frames.length === 1) void settled().then(() => this.#deliver())
      })
    }

    #deliver(): void {
      const frames: Frame[] = []
      const held: Frame[] = []
      for (const frame of this.#frames.splice(0)) {
        // No further: the next answer belongs to a request that was handled after this one was on its way.
        if (!frame.isLate) frames.push(...held.splice(0))
        const holds = frame.isAnswer && swap()
        ;(holds ? held : frames).push(frame)
      }
      frames.push(...held)
      for (const { data } of frames) this.#listener?.({ data } as never)
    }
  }
}
