import type { Envelope } from './gen/messages.ts'

/** One frame of a WebSocket: text for JSON, bytes for protobuf. */
export type Frame = string | Uint8Array

/** Turns envelopes into frames and back. */
export interface Codec {
  /** The name of the format, as the `format` parameter of the socket's URL has it. */
  readonly format: 'json' | 'protobuf'
  /** Writes one envelope. */
  encode(envelope: Envelope): Frame
  /**
   * Reads one envelope. For a client, a message inside of another is always there; for a server, it is undefined
   * when it was left out.
   *
   * @throws DecodeError when the frame is not of this codec's kind, or does not hold an envelope
   */
  decode(frame: Frame): Envelope
}

/** A frame or document that cannot be read. The only error that decoding throws. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
  /** Where the trouble is, for example `party_create.max_size` or `presences[1]`; empty for the whole. */
  readonly path: string
  /** The `cid` of the envelope, as far as it could be read: whoever waits for that reply waits in vain. */
  readonly cid: string

  constructor(
    problem: string,
    path = '',
    options: ErrorOptions & { readonly cid?: string | undefined } = {},
  ) {
    super(path ? `${path}: ${problem}` : problem, options)
    this.path = path
    this.cid = options.cid ?? ''
  }
}

/** An envelope that this codec does not write: a client's codec only writes requests. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError'
}
