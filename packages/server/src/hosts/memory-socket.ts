import type { Connection, OutgoingFrame, Peer } from '../session/connection.ts'

/** What a {@link MemorySocket} connects to. */
export interface MemoryEndpoint {
  /**
   * Opens the far side of a line, or says with undefined that the handshake is refused.
   *
   * @param isWanted whether this end still waits for it
   */
  connect(url: string, connection: Connection, isWanted: () => boolean): Promise<Peer | undefined>
}

type Listener = ((event: never) => void) | null

/** Close codes a page may use, by the WebSocket standard. */
const isCloseCode = (code: number): boolean => code === 1000 || (code >= 3000 && code <= 4999)

const abnormal = 1006

/**
 * A WebSocket without a network: the same events in the same order as a browser's, each in a turn of its own,
 * and the real codec behind it. Frames keep their order and arrive after the call that sent them has returned.
 */
export class MemorySocket extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3

  readonly url: string
  readonly protocol = ''
  readonly extensions = ''
  readonly bufferedAmount = 0
  binaryType: 'blob' | 'arraybuffer' = 'blob'
  readyState = 0
  onopen: Listener = null
  onmessage: Listener = null
  onerror: Listener = null
  onclose: Listener = null
  /** Whether this end answers pings, as every live one does. Not part of WebSocket. */
  answersPings = true
  #peer: Peer | undefined
  /** What the server sent and this end has not read. Before the line is open nothing is read. */
  readonly #unread: OutgoingFrame[] = []
  #isReading = false
  /** What this end sent while the server was not listening. */
  readonly #unheard: (string | Uint8Array)[] = []
  #isHeard = true

  constructor(endpoint: MemoryEndpoint, url: string | URL) {
    super()
    this.url = String(url)
    const isWanted = (): boolean => this.readyState === this.CONNECTING
    void endpoint.connect(this.url, this.#connection(), isWanted).then(
      (peer) => this.#opened(peer),
      () => this.#opened(undefined),
    )
  }

  /** Sends a text or binary message. Throws while the line is not open yet, and drops silently afterwards. */
  send(data: string | ArrayBufferLike | ArrayBufferView): void {
    if (this.readyState === this.CONNECTING) throw new DOMException('Still connecting', 'InvalidStateError')
    if (this.readyState !== this.OPEN) return
    const frame = typeof data === 'string' ? data : copyOf(data)
    this.#deliver(frame)
  }

  close(code?: number, reason = ''): void {
    if (code !== undefined && !isCloseCode(code)) {
      throw new DOMException(`${code} is no close code to send`, 'InvalidAccessError')
    }
    if (new TextEncoder().encode(reason).length > 123) {
      throw new DOMException('A close reason has at most 123 bytes', 'SyntaxError')
    }
    if (this.readyState >= this.CLOSING) return
    const wasOpen = this.readyState === this.OPEN
    this.readyState = this.CLOSING
    soon(() => {
      this.#hangUp()
      // The server echoes the code with an empty reason; a line that never opened just fails.
      if (wasOpen) this.#closed(code ?? 1005, '', true)
      else this.#failed()
    })
  }

  /** Stops reading, as a peer does that is stuck: what the server sends piles up there. Not part of WebSocket. */
  pauseReading(): void {
    this.#isReading = false
  }

  /** Reads what has piled up, and goes on. Not part of WebSocket. */
  resumeReading(): void {
    this.#isReading = true
    for (let count = this.#unread.length; count > 0; count--) soon(() => this.#readNext())
  }

  #opened(peer: Peer | undefined): void {
    if (this.readyState !== this.CONNECTING) {
      peer?.lineClosed()
      return
    }
    if (peer === undefined) return this.#failed()
    this.#peer = peer
    this.readyState = this.OPEN
    this.#emit(new Event('open'))
    this.resumeReading()
  }

  /** The server's view of this line. */
  #connection(): Connection {
    const socket = this
    return {
      get backlog() {
        return socket.#isReading ? 0 : socket.#unread.length
      },
      send(frame) {
        socket.#unread.push(frame)
        if (socket.#isReading) soon(() => socket.#readNext())
      },
      ping: () => {
        if (socket.answersPings) soon(() => socket.#peer?.pong())
      },
      close(code, reason) {
        socket.#isReading = true
        soon(() => {
          while (socket.#unread.length > 0) socket.#readNext()
          socket.#closed(code, reason, true)
        })
      },
      terminate: () => soon(() => socket.#failed()),
      pause() {
        socket.#isHeard = false
      },
      resume() {
        socket.#isHeard = true
        for (const frame of socket.#unheard.splice(0)) socket.#deliver(frame)
      },
    }
  }

  #deliver(frame: string | Uint8Array): void {
    if (this.#isHeard) soon(() => this.#peer?.receive(frame))
    else this.#unheard.push(frame)
  }

  #readNext(): void {
    if (!this.#isReading) return
    const frame = this.#unread.shift()
    if (frame !== undefined) this.#message(frame)
  }

  #message(frame: OutgoingFrame): void {
    if (this.readyState !== this.OPEN) return
    const data = frame.data
    if (typeof data === 'string') return this.#emit(new SocketMessageEvent(data))
    const bytes = data.slice()
    this.#emit(new SocketMessageEvent(this.binaryType === 'blob' ? new Blob([bytes]) : bytes.buffer))
  }

  #failed(): void {
    if (this.readyState === this.CLOSED) return
    this.#hangUp()
    this.readyState = this.CLOSING
    this.#emit(new Event('error'))
    this.#closed(abnormal, '', false)
  }

  #closed(code: number, reason: string, wasClean: boolean): void {
    if (this.readyState === this.CLOSED) return
    this.readyState = this.CLOSED
    this.#hangUp()
    this.#emit(new SocketCloseEvent(code, reason, wasClean))
  }

  #hangUp(): void {
    const peer = this.#peer
    this.#peer = undefined
    peer?.lineClosed()
  }

  #emit(event: Event): void {
    const handler = this[`on${event.type}` as 'onopen']
    if (handler !== null) (handler as (event: Event) => void).call(this, event)
    this.dispatchEvent(event)
  }
}

class SocketMessageEvent extends Event {
  readonly data: unknown

  constructor(data: unknown) {
    super('message')
    this.data = data
  }
}

class SocketCloseEvent extends Event {
  readonly code: number
  readonly reason: string
  readonly wasClean: boolean

  constructor(code: number, reason: string, wasClean: boolean) {
    super('close')
    this.code = code
    this.reason = reason
    this.wasClean = wasClean
  }
}

/** Calls back in a turn of its own. Not `queueMicrotask`, which a test runner's fake timers may hold back. */
function soon(task: () => void): void {
  void Promise.resolve().then(task)
}

function copyOf(data: ArrayBufferLike | ArrayBufferView): Uint8Array {
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
  return new Uint8Array(data).slice()
}
