import { type Codec, jsonServerCodec } from '@party/protocol'

/** A frame as the log shows it. */
export interface ReadFrame {
  /** The envelope's case; `acknowledgement` for an empty answer, `malformed` for what is no envelope. */
  readonly name: string
  readonly cid: string
  /** As JSON, whatever the frame's own format. */
  readonly text: string
  readonly bytes: number
}

/** More than this is cut off, so that a log of large messages stays small; in UTF-16 units. */
const longestText = 16_384

const utf8 = new TextEncoder()

/** Reads a frame in either direction. Never throws. */
export function readFrame(frame: string | Uint8Array, codec: Codec): ReadFrame {
  const bytes = typeof frame === 'string' ? utf8.encode(frame).length : frame.length
  try {
    const envelope = codec.decode(frame)
    const text = typeof frame === 'string' ? frame : String(jsonServerCodec.encode(envelope))
    return { name: envelope.message?.case ?? 'acknowledgement', cid: envelope.cid, text: cut(text), bytes }
  } catch {
    return { name: 'malformed', cid: '', text: cut(typeof frame === 'string' ? frame : hex(frame)), bytes }
  }
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)} …` : text
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}
