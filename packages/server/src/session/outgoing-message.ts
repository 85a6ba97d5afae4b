import type { Codec, EnvelopeMessage } from '@party/protocol'
import type { OutgoingFrame } from './connection.ts'

/** A message on its way to several sessions, encoded once for each format that one of them speaks. */
export class OutgoingMessage {
  readonly #message: EnvelopeMessage | undefined
  readonly #canWait: boolean
  #json: OutgoingFrame | undefined
  #protobuf: OutgoingFrame | undefined

  /** @param canWait whether nobody waits for it */
  constructor(message: EnvelopeMessage | undefined, canWait = false) {
    this.#message = message
    this.#canWait = canWait
  }

  frameFor(codec: Codec): OutgoingFrame {
    if (codec.format === 'json') {
      this.#json ??= encodeFrame(codec, '', this.#message, this.#canWait)
      return this.#json
    }
    this.#protobuf ??= encodeFrame(codec, '', this.#message, this.#canWait)
    return this.#protobuf
  }
}

/** Encodes an envelope for a line. */
export function encodeFrame(
  codec: Codec,
  cid: string,
  message: EnvelopeMessage | undefined,
  canWait = false,
): OutgoingFrame {
  return { data: codec.encode({ cid, message }) as OutgoingFrame['data'], canWait, wire: undefined }
}
