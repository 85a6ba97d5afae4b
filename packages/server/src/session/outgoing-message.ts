import type { Codec, EnvelopeMessage } from '@party/protocol'
import type { OutgoingFrame } from './connection.ts'

/** A message on its way to several sessions, encoded once for each format that one of them speaks. */
export class OutgoingMessage {
  readonly #message: EnvelopeMessage | undefined
  #json: OutgoingFrame | undefined
  #protobuf: OutgoingFrame | undefined

  /** @param message without one it is an empty acknowledgement */
  constructor(message: EnvelopeMessage | undefined) {
    this.#message = message
  }

  frameFor(codec: Codec): OutgoingFrame {
    if (codec.format === 'json') {
      this.#json ??= encodeFrame(codec, '', this.#message)
      return this.#json
    }
    this.#protobuf ??= encodeFrame(codec, '', this.#message)
    return this.#protobuf
  }
}

/** Encodes an envelope for a line. */
export function encodeFrame(codec: Codec, cid: string, message: EnvelopeMessage | undefined): OutgoingFrame {
  // Whoever gives no `cid` cannot tell what an empty answer is for, and does not wait for it.
  const canWait = cid === '' && message === undefined
  return { data: codec.encode({ cid, message }) as OutgoingFrame['data'], canWait, wire: undefined }
}
