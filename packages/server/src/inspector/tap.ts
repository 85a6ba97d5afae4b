import type { Clock } from '@party/protocol'
import type { ServerControl } from '../control/control.ts'
import { describeRequest, nameInToken, tokenOf } from '../control/faults/http-request.ts'
import type { Endpoint } from '../hosts/endpoint.ts'
import type { Admission, Admitted } from '../session/admission.ts'
import type { Connection, OutgoingFrame, Peer } from '../session/connection.ts'
import { type ReadFrame, readFrame } from './frame.ts'
import type { WireKind } from './messages.ts'
import type { WireLog } from './wire-log.ts'

/** Stands in front of a server, and writes down what goes over the wire: as players send it, and as it reaches them. */
export class WireTap implements Endpoint {
  readonly #control: ServerControl
  readonly #log: WireLog
  readonly #clock: Clock
  /** A message to several is one frame, read once. */
  readonly #read = new WeakMap<OutgoingFrame, ReadFrame>()

  constructor(control: ServerControl, log: WireLog, clock: Clock) {
    this.#control = control
    this.#log = log
    this.#clock = clock
  }

  get config(): Endpoint['config'] {
    return this.#control.config
  }

  async fetch(request: Request): Promise<Response> {
    const atMs = this.#clock.now()
    const { player } = await describeRequest(request)
    const response = await this.#control.fetch(request)
    // Neither query nor body: they hold tokens and passwords.
    const name = `${request.method} ${new URL(request.url).pathname}`
    const outcome =
      response.type === 'error' ? 'no answer' : `${response.status} ${response.statusText}`.trim()
    const text = `${outcome} after ${this.#clock.now() - atMs} ms`
    this.#log.add({ atMs, kind: 'http', player, sessionId: '', name, cid: '', text, bytes: 0 })
    return response
  }

  async admit(url: URL, authorization: string | null): Promise<Admission> {
    const admission = await this.#control.admit(url, authorization)
    if (!admission.ok) {
      const { status, type } = admission.response
      const text = type === 'error' ? 'no answer' : String(status)
      this.#note(nameInToken(tokenOf(url, authorization)), { sessionId: '' }, 'refused', text)
    }
    return admission
  }

  accept(connection: Connection, admitted: Admitted): Peer {
    const { username } = admitted.identity
    const { codec } = admitted
    const line = { sessionId: '' }
    const frame = (kind: WireKind, read: ReadFrame): void => this.#add(kind, username, line, read)
    const note = (name: string, text: string): void => this.#note(username, line, name, text)
    const read = (outgoing: OutgoingFrame): ReadFrame => {
      const known = this.#read.get(outgoing) ?? readFrame(outgoing.data, codec)
      this.#read.set(outgoing, known)
      return known
    }
    note('opened', codec.format)
    const peer = this.#control.accept(
      {
        get backlog() {
          return connection.backlog
        },
        send(outgoing) {
          const content = read(outgoing)
          frame(content.cid === '' ? 'event' : 'answer', content)
          connection.send(outgoing)
        },
        close(code, reason) {
          note('closed by the server', `${code} ${reason}`.trim())
          connection.close(code, reason)
        },
        terminate() {
          note('broken off', 'without a close frame')
          connection.terminate()
        },
        ping: () => connection.ping(),
        pause: () => connection.pause(),
        resume: () => connection.resume(),
      },
      admitted,
    )
    line.sessionId = peer.sessionId
    return {
      receive(incoming) {
        frame('request', readFrame(incoming, codec))
        peer.receive(incoming)
      },
      pong: () => peer.pong(),
      lineClosed() {
        note('gone', '')
        peer.lineClosed()
      },
    }
  }

  close(): Promise<void> {
    return this.#control.close()
  }

  #note(player: string, line: { readonly sessionId: string }, name: string, text: string): void {
    this.#add('connection', player, line, { name, text, cid: '', bytes: 0 })
  }

  #add(kind: WireKind, player: string, line: { readonly sessionId: string }, read: ReadFrame): void {
    const atMs = this.#clock.now()
    this.#log.add({
      ...{ atMs, kind, player, ...read },
      get sessionId() {
        return line.sessionId
      },
    })
  }
}
