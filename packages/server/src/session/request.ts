import { type Envelope, type EnvelopeMessage, RealtimeErrorCode, type UserPresence } from '@party/protocol'
import type { Session } from './session.ts'

/** One request of a session, and the means to answer it. */
export class Request {
  readonly session: Session
  readonly #cid: string
  #reply: Envelope | undefined

  constructor(session: Session, cid: string) {
    this.session = session
    this.#cid = cid
  }

  /** Who asks. */
  get presence(): UserPresence {
    return this.session.presence
  }

  /** The answer given, once it is given and is no error; what after hooks see. */
  get reply(): Envelope | undefined {
    return this.#reply
  }

  /** Answers; without a message with an empty acknowledgement. A property, so that it can be passed on. */
  readonly answer = (message?: EnvelopeMessage): void => {
    this.#reply = { cid: this.#cid, message }
    this.session.reply(this.#cid, message)
  }

  /** Answers with an error; bad input unless another code is given. */
  refuse(text: string, code: number = RealtimeErrorCode.badInput): void {
    this.session.refuse(this.#cid, code, text)
  }
}

/** What to do with each kind of message; a kind that is missing is one that only servers send. */
export type Handlers = {
  readonly [Message in EnvelopeMessage as Message['case']]?: (
    request: Request,
    value: Message['value'],
  ) => void | Promise<void>
}
