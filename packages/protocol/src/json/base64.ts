const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Value of each character code; -1 for what is not in the alphabet. */
const values = /* @__PURE__ */ Int8Array.from({ length: 128 }, (_, code) =>
  alphabet.indexOf(String.fromCharCode(code)),
)

/** Padded standard base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let kept = 0
  for (const byte of bytes) {
    kept = (kept << 8) | byte
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet.charAt((kept >> (bits - 6)) & 63)
    kept &= (1 << bits) - 1
  }
  if (bits > 0) text += alphabet.charAt((kept << (6 - bits)) & 63)
  return text + '='.repeat(-text.length & 3)
}

/** Bytes of base64 in the standard or the URL alphabet, padded or not; undefined for anything else. */
export function fromBase64(text: string): Uint8Array | undefined {
  const standard = /[-_]/.test(text) ? urlToStandard(text) : text
  const end = standard.length % 4 === 0 ? standard.replace(/={1,2}$/, '') : standard
  if (end.length % 4 === 1) return undefined
  const bytes = new Uint8Array((end.length * 3) >> 2)
  let bits = 0
  let kept = 0
  let length = 0
  for (let index = 0; index < end.length; index++) {
    const value = values[end.charCodeAt(index)] ?? -1
    if (value < 0) return undefined
    kept = ((kept << 6) | value) & 0xfff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[length++] = kept >> bits
    }
  }
  return bytes
}

// One text has one alphabet: `+` or `/` beside `-` or `_` becomes something no alphabet has.
function urlToStandard(text: string): string {
  return text.replace(/[-_+/]/g, (sign) => (sign === '-' ? '+' : sign === '_' ? '/' : '!'))
}
