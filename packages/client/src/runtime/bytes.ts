/** The text in UTF-8. */
export function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Bytes of the text in UTF-8, or of the bytes themselves. */
export function byteLength(data: string | Uint8Array): number {
  return (typeof data === 'string' ? toUtf8(data) : data).byteLength
}

/** The bytes of a buffer, or exactly those that a view of one shows. They are not copied. */
export function bytesOf(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data)
}
