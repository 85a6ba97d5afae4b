import type { Codec, EnvelopeMessage } from '@party/protocol'
import type { OutgoingFrame } from './connection.ts'

/** A message on its way to several sessions, encoded once for each format that one of them speaks. */
export class OutgoingMessage {
  readonly #message: EnvelopeMessage
  #json: OutgoingFrame | undefined
  #protobuf: OutgoingFrame | undefined

  constructor(message: EnvelopeMessage) {
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
  return { data: codec.encode({ cid, message }) as OutgoingFrame['data'], wire: undefined }
}
