import type { WebSocketConstructor, WebSocketLike } from '@party/client'
import type { Journal } from './journal.ts'

/** Writes down what one player does over the network. */
export interface Tap {
  readonly journal: Journal
  /** Whose network it is. */
  readonly player: string
}

/** What is opened, and told when it is over, so that an environment can wait for the end of all. */
export type OpenSockets = Set<object>

type Handler = ((event: never) => unknown) | null

/**
 * A WebSocket class that writes down what goes through it.
 *
 * @param base the class behind it; the global one, looked up for every connection, if undefined
 */
export function tappedWebSocket(
  { journal, player }: Tap,
  open: OpenSockets,
  base: WebSocketConstructor | undefined,
): WebSocketConstructor {
  return class implements WebSocketLike {
    readonly #socket: WebSocketLike
    onopen: Handler = null
    onmessage: Handler = null
    onclose: Handler = null
    onerror: Handler = null

    constructor(url: string) {
      journal.note(player, 'connects')
      const socket = new (base ?? globalWebSocket())(url)
      this.#socket = socket
      open.add(this)
      socket.onopen = (event) => {
        journal.note(player, 'is connected')
        this.onopen?.(event)
      }
      socket.onmessage = (event: never) => {
        journal.frame(player, 'received', frameOf((event as { data: unknown }).data))
        this.onmessage?.(event)
      }
      socket.onerror = (event) => this.onerror?.(event)
      socket.onclose = (event: never) => {
        open.delete(this)
        const { code, reason }: { code?: number; reason?: string } = event
        journal.note(player, `is disconnected: ${[code ?? 1006, reason ?? ''].join(' ').trim()}`)
        this.onclose?.(event)
      }
    }

    get binaryType(): string {
      return this.#socket.binaryType
    }

    set binaryType(type: string) {
      this.#socket.binaryType = type
    }

    send(data: string | Uint8Array<ArrayBuffer>): void {
      this.#socket.send(data)
      journal.frame(player, 'sent', typeof data === 'string' ? data : data.slice())
    }

    close(code?: number): void {
      this.#socket.close(code)
    }

    terminate(): void {
      if (this.#socket.terminate === undefined) this.#socket.close(1000)
      else this.#socket.terminate()
    }
  }
}

/** A `fetch` that writes down which calls are made and how they end. */
export function tappedFetch({ journal, player }: Tap, base: typeof fetch | undefined): typeof fetch {
  return async (input, init) => {
    const call = nameOf(input, init)
    journal.note(player, `=> ${call}`)
    try {
      // Looked up for every call, because test tools replace the global one at run time.
      const response = await (base ?? globalThis.fetch)(input, init)
      journal.note(player, `<= ${call}: ${response.status}`)
      return response
    } catch (error) {
      journal.note(player, `<= ${call}: ${error instanceof Error ? error.message : String(error)}`)
      throw error
    }
  }
}

/** Method and path, without the query, which may hold a token. */
function nameOf(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): string {
  const { url, method } = input instanceof Request ? input : { url: String(input), method: 'GET' }
  return `${init?.method ?? method} ${new URL(url).pathname}`
}

function frameOf(data: unknown): string | Uint8Array {
  return typeof data === 'string' ? data : new Uint8Array(data as ArrayBuffer).slice()
}

function globalWebSocket(): WebSocketConstructor {
  return (globalThis as unknown as { WebSocket: WebSocketConstructor }).WebSocket
}
