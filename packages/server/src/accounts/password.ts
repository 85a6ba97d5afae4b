import type { RandomSource } from '../random.ts'

/**
 * Rounds of key derivation by default. Low, so that a test signs in within milliseconds; a server whose file holds
 * passwords people use elsewhere too should be given 600 000 or more.
 */
export const defaultPasswordIterations = 10_000

const saltBytes = 16
const hashBits = 256
const scheme = 'pbkdf2-sha256'

/**
 * Hashes a password with a salt of its own. The result tells how it was made, so that a later change of
 * `iterations` leaves it readable: `pbkdf2-sha256$iterations$salt$hash`, the latter two in hexadecimal.
 */
export async function hashPassword(
  password: string,
  random: RandomSource,
  iterations: number = defaultPasswordIterations,
): Promise<string> {
  const salt = random.bytes(saltBytes)
  const hash = await derive(password, salt, iterations)
  return [scheme, iterations, toHex(salt), toHex(hash)].join('$')
}

/** Whether a password is the one that was hashed. False for a hash of an unknown make. */
export async function verifyPassword(password: string, hashed: string): Promise<boolean> {
  const [made, rounds = '', salt = '', hash = ''] = hashed.split('$')
  const iterations = Number(rounds)
  if (made !== scheme || !Number.isSafeInteger(iterations) || iterations < 1) return false
  return isEqual(fromHex(hash), await derive(password, fromHex(salt), iterations))
}

async function derive(password: string, salt: Uint8Array, iterations: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ])
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: Uint8Array.from(salt), iterations }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, hashBits))
}

/** Takes the same time whether the first byte differs or the last. */
function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0)
  return difference === 0
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
