import { isObject, type Json } from '../files/json.ts'
import type { Received } from './scenario.ts'
import type { SocketEvents, Target, WireSocket } from './target.ts'

/** Begins the `cid` of every ping that is no part of a scenario. */
const barrierPrefix = 'barrier-'

/** One client of a scenario: its socket, and what it has received since it was last asked. */
export class WireClient {
  #socket: WireSocket | undefined
  #closing: 'no' | 'asked' | 'done' = 'done'
  #received: Received[] = []
  #pings = 0
  readonly #waiting = new Map<string, () => void>()

  /** Opens a socket; a refusal is something the client has received. */
  async connect(target: Target, path: string): Promise<void> {
    const events: SocketEvents = { message: (data) => this.#message(data), closed: () => this.#closed() }
    this.#closing = 'no'
    this.#socket = await target.openSocket(path, events)
    if (this.#socket !== undefined) return
    this.#closing = 'done'
    this.#received.push('refused')
  }

  /** Whether a frame can be sent. */
  get connected(): boolean {
    return this.#socket !== undefined && this.#closing === 'no'
  }

  send(text: string): void {
    this.#socket?.send(text)
  }

  drop(): void {
    if (!this.connected) return
    this.#closing = 'asked'
    this.#socket?.close()
  }

  /** What has arrived so far, in order. */
  get received(): readonly Received[] {
    return this.#received
  }

  forget(): void {
    this.#received = []
  }

  /**
   * Resolves when the server has handled everything this client sent and this client has received everything the
   * server had sent it by then, which an answered ping proves; or when the socket has closed.
   */
  barrier(): Promise<void> {
    if (this.#closing === 'done') return Promise.resolve()
    this.#pings += 1
    const cid = `${barrierPrefix}${this.#pings}`
    const passed = new Promise<void>((resolve) => this.#waiting.set(cid, resolve))
    if (this.#closing === 'no') this.send(JSON.stringify({ cid, ping: {} }))
    return passed
  }

  #message(data: string | Uint8Array): void {
    const frame = parse(data)
    const cid = frame['cid']
    const resolve = typeof cid === 'string' ? this.#waiting.get(cid) : undefined
    if (typeof cid !== 'string' || resolve === undefined) {
      this.#received.push(frame)
      return
    }
    this.#waiting.delete(cid)
    resolve()
  }

  #closed(): void {
    this.#closing = 'done'
    this.#received.push('closed')
    for (const resolve of this.#waiting.values()) resolve()
    this.#waiting.clear()
  }
}

/** A frame as a recording holds it; one that is not a JSON object stands for itself and fits nothing. */
function parse(data: string | Uint8Array): { readonly [key: string]: Json } {
  if (typeof data !== 'string') return { '#bytes': Buffer.from(data).toString('base64') }
  try {
    const frame: unknown = JSON.parse(data)
    if (isObject(frame)) return frame
  } catch {
    // Falls through: the text itself is what was received.
  }
  return { '#text': data }
}
