/** Bytes of the text in UTF-8, or of the bytes themselves. */
export function byteLength(data: string | Uint8Array): number {
  return (typeof data === 'string' ? new TextEncoder().encode(data) : data).byteLength
}
