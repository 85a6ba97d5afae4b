import { checked, refuse } from '../error.ts'
import { bytesOf, toUtf8 } from '../runtime/bytes.ts'

/** What can be sent as data. Text travels as UTF-8; of a view (a sub-array, say) exactly what it shows. */
export type PartyPayload = string | ArrayBuffer | ArrayBufferView

/** The text that was sent as data: UTF-8, as `sendPartyData` writes it. Bytes that are none become U+FFFD. */
export function decodeText(data: Uint8Array): string {
  return new TextDecoder().decode(data)
}

/**
 * The value that was sent with `sendPartyJson`.
 *
 * @throws SyntaxError when the data is not JSON. Other members are other programs: expect it.
 */
export function decodeJson<T = unknown>(data: Uint8Array): T {
  return JSON.parse(decodeText(data)) as T
}

/** The data of a value that is sent as JSON. */
export function toJson(value: unknown): string {
  let json: string | undefined
  try {
    json = JSON.stringify(value)
  } catch {
    // It refers to itself, or has a bigint in it.
  }
  return json ?? refuse('value', 'has no form in JSON')
}

/** The bytes of a payload, as `sendPartyData` is to send them. They are not copied. */
export function toBytes(partyId: string, payload: () => PartyPayload): Uint8Array {
  return checked({ operation: 'sendPartyData', partyId }, () => {
    const data = payload()
    if (typeof data === 'string') return toUtf8(data)
    // By what it has, because a buffer of another frame or worker is of another class.
    return data?.byteLength >= 0 ? bytesOf(data) : refuse('data', 'has to be text or bytes')
  })
}
