import type { Connection, OutgoingFrame, Peer } from '../session/connection.ts'
import { FrameOrder } from './msw-data.ts'
import { breakOff, type MswClient } from './msw-link.ts'

/** The server's end of a socket that MSW stands in for. */
export class MswConnection implements Connection {
  /** Nothing is held back: what is sent has arrived. */
  readonly backlog = 0
  readonly #client: MswClient
  #peer: Peer | undefined
  /** What the page sent while the server was not listening. */
  readonly #unheard: (string | Uint8Array)[] = []
  #isHeard = true
  /** Frames that MSW delivers in the next turn, and not at all to a socket that is closing by then. */
  #underway = 0

  constructor(client: MswClient) {
    this.#client = client
    const incoming = new FrameOrder((frame) => this.#deliver(frame))
    client.addEventListener('message', ({ data }) => incoming.add(data))
    client.addEventListener('close', () => this.#hangUp())
  }

  /** Gives the line its peer once there is one. */
  attach(peer: Peer): void {
    this.#peer = peer
  }

  send({ data }: OutgoingFrame): void {
    this.#underway++
    soon(() => this.#underway--)
    if (typeof data === 'string') return this.#client.send(data)
    // MSW passes data on as it is, whatever kind the page wants.
    const bytes = data.slice()
    this.#client.send(this.#client.socket.binaryType === 'blob' ? new Blob([bytes]) : bytes.buffer)
  }

  /** A page cannot be pinged, and one that is there would answer. */
  ping(): void {
    soon(() => this.#peer?.pong())
  }

  close(code: number, reason: string): void {
    this.#afterDelivery(() => this.#client.close(code, reason))
  }

  terminate(): void {
    this.#afterDelivery(() => breakOff(this.#client))
  }

  pause(): void {
    this.#isHeard = false
  }

  resume(): void {
    this.#isHeard = true
    for (const frame of this.#unheard.splice(0)) this.#deliver(frame)
  }

  #deliver(frame: string | Uint8Array): void {
    if (this.#isHeard) this.#peer?.receive(frame)
    else this.#unheard.push(frame)
  }

  #afterDelivery(end: () => void): void {
    if (this.#underway > 0) soon(end)
    else end()
  }

  #hangUp(): void {
    const peer = this.#peer
    this.#peer = undefined
    peer?.lineClosed()
  }
}

/** Calls back in a turn of its own, after what is on its way already. */
function soon(task: () => void): void {
  void Promise.resolve().then(task)
}
