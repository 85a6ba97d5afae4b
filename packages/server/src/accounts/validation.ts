import { limits } from '@party/protocol'
import { ApiError } from '../api-error.ts'

/** bcrypt, with which Nakama keeps passwords, cannot take more. */
const maxPasswordBytes = 72

/** @throws {ApiError} 3 for an id that cannot be a custom id: 6 to 128 bytes, no spaces, no control characters. */
export function checkCustomId(id: string): void {
  checkId('Custom ID', id, limits.minCustomIdBytes)
}

/** @throws {ApiError} 3 for an id that cannot be a device id: 10 to 128 bytes, no spaces, no control characters. */
export function checkDeviceId(id: string): void {
  checkId('Device ID', id, limits.minDeviceIdBytes)
}

/** @throws {ApiError} 3 for what cannot be an e-mail address: 10 to 255 bytes, something@something.something. */
export function checkEmail(email: string): void {
  if (hasControlOrSpace(email)) {
    throw ApiError.invalidArgument('Invalid email address, no spaces or control characters allowed.')
  }
  if (!/^.+@.+\..+$/s.test(email)) throw ApiError.invalidArgument('Invalid email address format.')
  const { minEmailBytes: least, maxEmailBytes: most } = limits
  if (!isWithin(email, least, most)) {
    throw ApiError.invalidArgument(`Invalid email address, must be ${least}-${most} bytes.`)
  }
}

/** @throws {ApiError} 3 for a password of less than 8 bytes. */
export function checkPassword(password: string): void {
  const least = limits.minPasswordBytes
  if (byteLength(password) < least) {
    throw ApiError.invalidArgument(`Password must be at least ${least} characters long.`)
  }
}

/** @throws {ApiError} 13 for a password that Nakama could not keep: it makes no account with more than 72 bytes. */
export function checkNewPassword(password: string): void {
  if (byteLength(password) > maxPasswordBytes) {
    throw ApiError.internal('Error finding or creating user account.')
  }
}

/** @throws {ApiError} 3 for what cannot be a user name: 1 to 128 bytes, no control characters. */
export function checkUsername(username: string): void {
  // Spaces are allowed whatever the text says, and `[]` is not: a slip in Nakama's expression, kept because a
  // name that is taken here has to be taken there.
  if (hasControl(username) || username.includes('[]')) {
    throw ApiError.invalidArgument('Username invalid, no spaces or control characters allowed.')
  }
  const most = limits.maxUsernameBytes
  if (byteLength(username) > most) {
    throw ApiError.invalidArgument(`Username invalid, must be 1-${most} bytes.`)
  }
}

function checkId(kind: string, id: string, least: number): void {
  if (id === '') throw ApiError.invalidArgument(`${kind} is required.`)
  if (hasControlOrSpace(id)) {
    throw ApiError.invalidArgument(`${kind} invalid, no spaces or control characters allowed.`)
  }
  const most = limits.maxIdBytes
  if (!isWithin(id, least, most)) {
    throw ApiError.invalidArgument(`${kind} invalid, must be ${least}-${most} bytes.`)
  }
}

function hasControl(text: string): boolean {
  for (const char of text) {
    if (char < ' ' || char === '\u007f') return true
  }
  return false
}

/** Only ASCII's space counts. */
function hasControlOrSpace(text: string): boolean {
  return text.includes(' ') || hasControl(text)
}

function isWithin(text: string, least: number, most: number): boolean {
  const length = byteLength(text)
  return length >= least && length <= most
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
