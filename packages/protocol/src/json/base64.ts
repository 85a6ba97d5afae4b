const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Two characters for each twelve bits. */
const pairs = /* @__PURE__ */ Array.from(
  { length: 4096 },
  (_, bits) => alphabet.charAt(bits >> 6) + alphabet.charAt(bits & 63),
)

/** Value of each character code; -1 for what is not in the alphabet. */
const standardValues = /* @__PURE__ */ valuesOf(alphabet)
const urlValues = /* @__PURE__ */ valuesOf(alphabet.replace('+', '-').replace('/', '_'))

/** What Node has of its own; it is several times as quick as a script. */
interface NodeBuffer {
  allocUnsafe(length: number): Uint8Array
  from(base64: string, encoding: 'base64'): Uint8Array
  readonly prototype: { base64Slice?(this: Uint8Array, start: number, end: number): string }
}

const { Buffer: nodeBuffer } = globalThis as { readonly Buffer?: NodeBuffer }
// The stand-ins for browsers lack it.
const base64Slice = nodeBuffer?.prototype.base64Slice

/** Padded standard base64. */
export function toBase64(bytes: Uint8Array): string {
  return base64Slice === undefined ? toBase64ByTable(bytes) : base64Slice.call(bytes, 0, bytes.length)
}

/** As {@link toBase64}, on any platform. */
export function toBase64ByTable(bytes: Uint8Array): string {
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
  const bytes = newBytes((end * 3) >> 2)
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

/**
 * As {@link fromBase64}, for a text of which it is known that it has only digits of the standard alphabet and at most
 * two signs of padding behind them.
 */
export function fromStandardBase64(text: string): Uint8Array | undefined {
  if (nodeBuffer === undefined) return fromBase64(text)
  const end = endOfDigits(text)
  // Node itself does not mind how much padding there is.
  if (end % 4 === 1 || (end === text.length && text.endsWith('='))) return undefined
  return viewOf(nodeBuffer.from(text, 'base64'))
}

/** Memory for bytes. Node's is there already, where {@link toBase64} finds it quickest. */
function newBytes(length: number): Uint8Array {
  return nodeBuffer === undefined ? new Uint8Array(length) : viewOf(nodeBuffer.allocUnsafe(length))
}

/** The same bytes, as nothing more than bytes. */
function viewOf({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length)
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
