import type { Int64, UserPresence } from '@party/protocol'
import { decodeJson, decodeText, type PartyPayload, toJson } from './payload.ts'

/** How values of a kind become data and are read from it. Both may throw. */
export interface PayloadCodec<T> {
  encode(value: T): PartyPayload
  decode(data: Uint8Array): T
}

/** A kind of message that members send each other. `definePartyMessage` makes them. */
export interface PartyMessageType<T> extends PayloadCodec<T> {
  /** Tells the kinds apart. */
  readonly opCode: Int64
}

/** A message from a member of the party. */
export interface PartyMessage<T> {
  readonly partyId: string
  /** Who has sent it. */
  readonly presence: UserPresence
  readonly opCode: Int64
  /** What was sent. */
  readonly data: T
  /** Whether it is the echo of a message that this very player has sent with `echo`. */
  readonly own: boolean
}

/**
 * Names a kind of message, so that `party.send(Emote, …)` and `party.on(Emote, …)` know what it carries.
 *
 *     const Emote = definePartyMessage<{ emote: string }>(1)
 *     const Chat = definePartyMessage(2, 'text')
 *
 * The type of what arrives is a promise of the other members, not a check: they are other programs. A codec whose
 * `decode` throws refuses what is not as it should be; the message is then reported to `onError` as
 * `handler_failed`.
 *
 * @param opCode any 64-bit integer the game gives a meaning.
 * @param codec `json` (the default), `text` (UTF-8), `bytes`, or one of the game's own.
 */
export function definePartyMessage(opCode: Int64, codec: 'text'): PartyMessageType<string>
export function definePartyMessage(opCode: Int64, codec: 'bytes'): PartyMessageType<Uint8Array>
export function definePartyMessage<T>(opCode: Int64, codec?: 'json' | PayloadCodec<T>): PartyMessageType<T>
export function definePartyMessage(
  opCode: Int64,
  named: 'json' | 'text' | 'bytes' | PayloadCodec<unknown> = 'json',
): PartyMessageType<never> {
  const codec = (typeof named === 'string' ? presets[named] : named) as PayloadCodec<never>
  // Called on the codec, which may be an instance of a class.
  return { opCode, encode: (value) => codec.encode(value), decode: (data) => codec.decode(data) }
}

const same = <T>(value: T): T => value

const presets = {
  json: { encode: toJson, decode: decodeJson },
  text: { encode: same, decode: decodeText },
  bytes: { encode: same, decode: same },
}
