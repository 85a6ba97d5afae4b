import type { Codec, Frame } from '@party/protocol'
import {
  type Admitted,
  type Connection,
  type OutgoingFrame,
  PartyServer,
  type PartyServerOptions,
  type Session,
} from '@party/server'
import { readableFrame } from './readable-frame.ts'
import type { TappedFrame } from './server-under-test.ts'

/** A connection that is tapped, as whoever rewrites its frames sees it. */
export interface TappedConnection {
  readonly userId: string
  readonly codec: Codec
}

/** Puts frames in place of a frame; the frame itself to change nothing, none to lose it. */
export type Rewrite = (
  frame: Frame,
  direction: TappedFrame['direction'],
  connection: TappedConnection,
) => readonly Frame[]

const unchanged: Rewrite = (frame) => [frame]

/** Our server with an ear, and if need be a hand, on every line. */
export class TappedServer extends PartyServer {
  readonly #lines: TappedLine[] = []
  readonly #listeners = new Set<(frame: TappedFrame) => void>()
  readonly #rewrite: Rewrite

  /** @param rewrite makes another server of it: what a broken one would send and understand */
  constructor(options: PartyServerOptions, rewrite: Rewrite = unchanged) {
    super(options)
    this.#rewrite = rewrite
  }

  override accept(connection: Connection, admitted: Admitted): Session {
    const line = new TappedLine(connection, admitted, this.#rewrite, (frame) => this.#tell(frame))
    const session = super.accept(line, admitted)
    line.attach(session)
    this.#lines.push(line)
    return session
  }

  onFrame(listener: (frame: TappedFrame) => void): void {
    this.#listeners.add(listener)
  }

  /** The newest line of a user, or the one with that session. */
  lineOf(userId: string, sessionId: string | undefined): TappedLine | undefined {
    return this.#lines.findLast((each) =>
      sessionId === undefined ? each.userId === userId : each.sessionId === sessionId,
    )
  }

  #tell(frame: TappedFrame): void {
    for (const listener of this.#listeners) listener(frame)
  }
}

/** One connection, seen and handled from the server's end. */
export class TappedLine implements Connection, TappedConnection {
  readonly userId: string
  readonly codec: Codec
  readonly #connection: Connection
  readonly #rewrite: Rewrite
  readonly #tell: (frame: TappedFrame) => void
  readonly #held: OutgoingFrame[] = []
  #delivery: 'open' | 'held' | 'muted' = 'open'
  #session: Session | undefined
  /** What was told before the session was there: it was greeted while it was made. */
  readonly #early: Omit<TappedFrame, 'sessionId'>[] = []

  constructor(
    connection: Connection,
    { identity, codec }: Admitted,
    rewrite: Rewrite,
    tell: (frame: TappedFrame) => void,
  ) {
    this.userId = identity.userId
    this.codec = codec
    this.#connection = connection
    this.#rewrite = rewrite
    this.#tell = tell
  }

  attach(session: Session): void {
    this.#session = session
    for (const frame of this.#early.splice(0)) this.#tell({ ...frame, sessionId: session.id })
    const receive = session.receive.bind(session)
    session.receive = (frame) => {
      this.#see(frame, 'sends')
      for (const each of this.#rewrite(frame, 'sends', this)) receive(each)
    }
  }

  get sessionId(): string | undefined {
    return this.#session?.id
  }

  /** Ends the session from the server's side. */
  end(code: number, reason: string): void {
    this.#session?.close(code, reason)
  }

  mute(): void {
    this.#delivery = 'muted'
  }

  hold(): void {
    this.#delivery = 'held'
  }

  release(): void {
    this.#delivery = 'open'
    for (const frame of this.#held.splice(0)) this.#connection.send(frame)
  }

  /** Sends a frame that the server did not. */
  inject(data: OutgoingFrame['data']): void {
    this.#see(data, 'receives')
    this.#connection.send({ data })
  }

  get backlog(): number {
    return this.#connection.backlog
  }

  send(frame: OutgoingFrame): void {
    for (const data of this.#rewrite(frame.data, 'receives', this)) {
      this.#see(data, 'receives')
      // A codec never encodes into shared memory, which is all that the wider type allows beyond this one.
      const each = data === frame.data ? frame : { data: data as OutgoingFrame['data'] }
      if (this.#delivery === 'held') this.#held.push(each)
      else if (this.#delivery === 'open') this.#connection.send(each)
    }
  }

  ping(): void {
    this.#connection.ping()
  }

  close(code: number, reason: string): void {
    this.#say(`closed with ${code} ${reason}`.trim(), 'receives')
    this.#connection.close(code, reason)
  }

  terminate(): void {
    this.#say('cut', 'receives')
    this.#connection.terminate()
  }

  pause(): void {
    this.#connection.pause()
  }

  resume(): void {
    this.#connection.resume()
  }

  #see(frame: Frame, direction: TappedFrame['direction']): void {
    this.#say(readableFrame(frame, this.codec), direction)
  }

  #say(frame: TappedFrame['frame'], direction: TappedFrame['direction']): void {
    const told = { userId: this.userId, direction, frame }
    if (this.#session === undefined) this.#early.push(told)
    else this.#tell({ ...told, sessionId: this.#session.id })
  }
}
