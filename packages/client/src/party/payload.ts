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
