// With what every platform has that a client runs on: small, and fast enough for messages of a few kilobytes.

/** Padded standard base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/**
 * Bytes of standard base64.
 *
 * @throws DOMException for anything else
 */
export function decodeBase64(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
  return bytes
}
