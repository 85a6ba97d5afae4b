const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Two characters for each twelve bits. */
const pairs = /* @__PURE__ */ Array.from(
  { length: 4096 },
  (_, bits) => alphabet.charAt(bits >> 6) + alphabet.charAt(bits & 63),
)

/** Value of each character code; -1 for what is not in the alphabet. */
const standardValues = /* @__PURE__ */ valuesOf(alphabet)
const urlValues = /* @__PURE__ */ valuesOf(alphabet.replace('+', '-').replace('/', '_'))

/** Padded standard base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  const rest = bytes.length % 3
  const whole = bytes.length - rest
  for (let index = 0; index < whole; index += 3) {
    const bits = (byteAt(bytes, index) << 16) | (byteAt(bytes, index + 1) << 8) | byteAt(bytes, index + 2)
    text += pair(bits >> 12) + pair(bits & 0xfff)
  }
  if (rest === 1) text += `${pair(byteAt(bytes, whole) << 4)}==`
  if (rest === 2) {
    const bits = ((byteAt(bytes, whole) << 8) | byteAt(bytes, whole + 1)) << 2
    text += `${pair(bits >> 6)}${alphabet.charAt(bits & 63)}=`
  }
  return text
}

/** Bytes of base64 in the standard or the URL alphabet, padded or not; undefined for anything else. */
export function fromBase64(text: string): Uint8Array | undefined {
  const end = endOfDigits(text)
  const rest = end % 4
  if (rest === 1) return undefined
  // One text has one alphabet: `+` or `/` is no digit beside `-` or `_`.
  const values = text.includes('-') || text.includes('_') ? urlValues : standardValues
  const bytes = new Uint8Array((end * 3) >> 2)
  // A digit that is none makes it negative, and it stays so.
  let seen = 0
  let length = 0
  for (let index = 0; index < end - rest; index += 4) {
    const bits =
      (valueAt(values, text, index) << 18) |
      (valueAt(values, text, index + 1) << 12) |
      (valueAt(values, text, index + 2) << 6) |
      valueAt(values, text, index + 3)
    seen |= bits
    bytes[length++] = bits >> 16
    bytes[length++] = bits >> 8
    bytes[length++] = bits
  }
  if (rest > 0) {
    const bits =
      (valueAt(values, text, end - rest) << 12) |
      (valueAt(values, text, end - rest + 1) << 6) |
      (rest === 3 ? valueAt(values, text, end - 1) : 0)
    seen |= bits
    bytes[length++] = bits >> 10
    if (rest === 3) bytes[length++] = bits >> 2
  }
  return seen < 0 ? undefined : bytes
}

/** Where the padding begins. Only a text whose length is a multiple of four is padded. */
function endOfDigits(text: string): number {
  if (text.length % 4 !== 0 || !text.endsWith('=')) return text.length
  return text.endsWith('==') ? text.length - 2 : text.length - 1
}

function valuesOf(digits: string): Int8Array {
  return Int8Array.from({ length: 128 }, (_, code) => digits.indexOf(String.fromCharCode(code)))
}

// What the compiler cannot know to be there always is: these only quiet it, but for a character beyond ASCII.

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}

function pair(bits: number): string {
  return pairs[bits] ?? ''
}

function valueAt(values: Int8Array, text: string, index: number): number {
  return values[text.charCodeAt(index)] ?? -1
}
