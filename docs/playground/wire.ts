import type { MemoryHost } from '@party/server'
import type { Name } from './cast.ts'

/** One frame on one player's line. */
export interface Frame {
  readonly number: number
  readonly atMs: number
  readonly player: Name
  /** `sent` by the player, or `received`. */
  readonly direction: 'sent' | 'received'
  /** What the envelope carries: `party_create`, `party`, … Empty for an empty reply. */
  readonly kind: string
  /** Whether it is a round trip that the SDK makes by itself, to see that the line is alive. */
  readonly isHeartbeat: boolean
  readonly cid: string
  readonly text: string
}

/** What a client needs of the platform: the host's, with somebody listening in. */
export interface Line {
  readonly WebSocket: typeof WebSocket
  readonly fetch: typeof fetch
}

const keptFrames = 2000

/** Listens in on every player's line. */
export class Wire {
  readonly frames: Frame[] = []
  /** Goes up with everything that happens; when it stays, nothing is on its way. */
  activity = 0
  /** HTTP calls and handshakes that are not answered yet. */
  pending = 0
  readonly #now: () => number
  #frameCount = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** A player's line to a host. */
  line(player: Name, host: MemoryHost): Line {
    const record = (direction: Frame['direction'], data: unknown): void =>
      this.#record(player, direction, data)
    const open = (): void => this.#begin()
    const settle = (): void => this.#end()
    const HostSocket = host.WebSocket
    class TappedSocket extends HostSocket {
      constructor(url: string | URL) {
        super(url)
        open()
        let isConnecting = true
        const settled = (): void => {
          if (isConnecting) settle()
          isConnecting = false
        }
        this.addEventListener('open', settled)
        this.addEventListener('close', settled)
        this.addEventListener('message', (event) => record('received', (event as MessageEvent).data))
      }

      override send(data: Parameters<WebSocket['send']>[0]): void {
        record('sent', data)
        super.send(data)
      }
    }
    return {
      WebSocket: TappedSocket,
      fetch: async (input, init) => {
        this.#begin()
        try {
          return await host.fetch(input, init)
        } finally {
          this.#end()
        }
      },
    }
  }

  #begin(): void {
    this.pending++
    this.activity++
  }

  #end(): void {
    this.pending--
    this.activity++
  }

  #record(player: Name, direction: Frame['direction'], data: unknown): void {
    this.activity++
    const text = String(data)
    const envelope: Record<string, unknown> = JSON.parse(text)
    const kind = Object.keys(envelope).find((key) => key !== 'cid') ?? ''
    this.frames.push({
      number: this.#frameCount++,
      atMs: this.#now(),
      player,
      direction,
      kind,
      isHeartbeat: kind === 'ping' || kind === 'pong',
      cid: String(envelope['cid'] ?? ''),
      text,
    })
    if (this.frames.length > keptFrames) this.frames.shift()
  }
}
