import {
  type Codec,
  closeCodes,
  closeReasons,
  DecodeError,
  type Envelope,
  type EnvelopeMessage,
  keepJson,
  RealtimeErrorCode,
  type UserPresence,
  userPresenceToJson,
} from '@party/protocol'
import type { Connection, OutgoingFrame } from './connection.ts'
import { encodeFrame, type OutgoingMessage } from './outgoing-message.ts'

/** Who a session belongs to: what its token said when it connected. */
export interface SessionIdentity {
  readonly userId: string
  readonly username: string
  readonly vars: Readonly<Record<string, string>>
  /** When the token ends, in seconds since the epoch. A session outlives its token: it is not looked at again. */
  readonly expiresAtSec: number
}

/** What a session asks of the server around it. */
export interface SessionOwner {
  /**
   * The answer to requests without a `cid`, always the same: made once, because game clients send party data like that,
   * many times a second.
   */
  readonly acknowledgement: OutgoingMessage
  /** A request to answer. While a promise is pending the session's next requests wait, so that order is kept. */
  handle(session: Session, envelope: Envelope): void | Promise<void>
  /** Something arrived that proves the peer alive. */
  alive(session: Session): void
  /** The session is over; called once. */
  ended(session: Session): void
}

export interface SessionLimits {
  readonly maxMessageSizeBytes: number
  readonly outgoingQueueSize: number
  readonly pingBackoffThreshold: number
}

/** Requests that may wait behind a slow one before the session stops reading from its line. */
const inboxLimit = 64

/** A connected client: decodes what comes in, one request after the other, and encodes what goes out. */
export class Session {
  readonly id: string
  readonly identity: SessionIdentity
  /** How parties and followers see this session; shared by every message that names it, hence frozen. */
  readonly presence: UserPresence
  readonly codec: Codec
  /** The client's language tag, from its connection. */
  readonly lang: string
  readonly #connection: Connection
  readonly #owner: SessionOwner
  readonly #limits: SessionLimits
  readonly #inbox: Envelope[] = []
  #busy = false
  #paused = false
  #open = true
  #isOverflowing = false
  #received = 0

  constructor(
    id: string,
    identity: SessionIdentity,
    line: { readonly connection: Connection; readonly codec: Codec; readonly lang: string },
    owner: SessionOwner,
    limits: SessionLimits,
  ) {
    this.id = id
    this.identity = identity
    const { userId, username } = identity
    this.presence = keepJson(
      { userId, sessionId: id, username, persistence: false, status: undefined },
      userPresenceToJson,
    )
    this.codec = line.codec
    this.lang = line.lang
    this.#connection = line.connection
    this.#owner = owner
    this.#limits = limits
  }

  get isOpen(): boolean {
    return this.#open
  }

  /** Takes a frame from the line. A frame that cannot be understood ends the session, which is told why first. */
  receive(frame: string | Uint8Array): void {
    if (!this.#open) return
    if (isLongerThan(this.#limits.maxMessageSizeBytes, frame)) {
      return this.#reject(
        `Message is larger than ${this.#limits.maxMessageSizeBytes} bytes.`,
        closeCodes.messageTooBig,
        '',
      )
    }
    this.#received++
    if (this.#received % this.#limits.pingBackoffThreshold === 0) this.#owner.alive(this)
    if ((typeof frame === 'string') !== (this.codec.format === 'json')) {
      const wanted = this.codec.format === 'json' ? 'text' : 'binary'
      return this.#reject(
        `This session takes ${wanted} messages.`,
        closeCodes.normal,
        closeReasons.unexpectedMessageType,
      )
    }
    const envelope = this.#decode(frame)
    if (envelope !== undefined) this.#enqueue(envelope)
  }

  /** The peer answered a ping. */
  pong(): void {
    if (this.#open) this.#owner.alive(this)
  }

  /** The line is gone, by whoever's doing. */
  lineClosed(): void {
    this.#end()
  }

  /** Asks the peer for a sign of life. */
  ping(): void {
    if (this.#open) this.#connection.ping()
  }

  /** Sends an event. */
  send(message: EnvelopeMessage): void {
    this.#sendFrame(encodeFrame(this.codec, '', message))
  }

  /** Answers a request; without a message the answer is an empty acknowledgement. */
  reply(cid: string, message?: EnvelopeMessage): void {
    if (cid === '' && message === undefined) this.sendTogether(this.#owner.acknowledgement)
    else this.#sendFrame(encodeFrame(this.codec, cid, message))
  }

  /** Refuses a request. */
  refuse(cid: string, code: number, text: string): void {
    this.reply(cid, { case: 'error', value: { code, message: text, context: {} } })
  }

  /** Sends an event that is on its way to others too. */
  sendTogether(message: OutgoingMessage): void {
    this.#sendFrame(message.frameFor(this.codec))
  }

  /** Ends the session from this side. */
  close(code: number, reason: string): void {
    if (!this.#open) return
    this.#end()
    this.#connection.close(code, reason)
  }

  /** Ends the session and breaks its line, without a word. */
  terminate(): void {
    if (!this.#open) return
    this.#end()
    this.#connection.terminate()
  }

  /** A session whose peer stopped reading ends here. */
  #sendFrame(frame: OutgoingFrame): void {
    if (!this.#open || this.#isOverflowing) return
    if (this.#connection.backlog < this.#limits.outgoingQueueSize) return this.#connection.send(frame)
    this.#isOverflowing = true
    // Not now: this message is still on its way to others, who must not hear of the departure before it.
    void Promise.resolve().then(() => this.close(closeCodes.normal, closeReasons.outgoingQueueFull))
  }

  #decode(frame: string | Uint8Array): Envelope | undefined {
    try {
      return this.codec.decode(frame)
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error
      this.#reject(`Malformed message: ${error.message}`, closeCodes.normal, closeReasons.malformedPayload)
      return undefined
    }
  }

  #enqueue(envelope: Envelope): void {
    if (!this.#busy) return this.#process(envelope)
    this.#inbox.push(envelope)
    if (this.#inbox.length >= inboxLimit && !this.#paused) {
      this.#paused = true
      this.#connection.pause()
    }
  }

  #process(envelope: Envelope): void {
    const pending = this.#owner.handle(this, envelope)
    if (pending === undefined) return
    this.#busy = true
    // `handle` turns every failure into an answer; should one escape all the same, the session must not stall.
    void pending
      .catch(() => this.close(closeCodes.normal, closeReasons.processingFailed))
      .then(() => this.#next())
  }

  #next(): void {
    this.#busy = false
    while (!this.#busy) {
      const envelope = this.#open ? this.#inbox.shift() : undefined
      if (envelope === undefined) break
      this.#process(envelope)
    }
    if (this.#paused && this.#inbox.length === 0) {
      this.#paused = false
      this.#connection.resume()
    }
  }

  /** Nakama says nothing before it closes; we do, because a developer can do something with it. */
  #reject(text: string, closeCode: number, closeReason: string): void {
    this.refuse('', RealtimeErrorCode.badInput, text)
    this.close(closeCode, closeReason)
  }

  #end(): void {
    if (!this.#open) return
    this.#open = false
    this.#inbox.length = 0
    this.#owner.ended(this)
  }
}

const utf8 = new TextEncoder()

function isLongerThan(limitBytes: number, frame: string | Uint8Array): boolean {
  if (typeof frame !== 'string') return frame.length > limitBytes
  // A UTF-16 unit takes one to three bytes, so most frames are judged without encoding them.
  if (frame.length > limitBytes) return true
  return frame.length * 3 > limitBytes && utf8.encode(frame).length > limitBytes
}
