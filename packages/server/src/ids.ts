import type { Clock } from '@party/protocol'
import type { RandomSource } from './random.ts'

/** What gets an id of its own. */
export type IdKind = 'user' | 'session' | 'party' | 'ticket' | 'token' | 'match' | 'notification'

/** Where ids come from: each a UUID that its kind has not had before. A party's has the node's name added to it. */
export interface IdSource {
  next(kind: IdKind): string
}

/** Random ids, whatever they are for. */
export function randomIds(random: RandomSource): IdSource {
  return { next: () => uuidV4(random) }
}

/** Ids as Nakama makes them: random ones, but of time and node for sessions. */
export function nakamaIds(random: RandomSource, clock: Clock, nodeName: string): IdSource {
  const node = nodeBytes(nodeName)
  let sequence = 0
  return {
    next: (kind) => (kind === 'session' ? uuidV1(clock.now(), sequence++, node) : uuidV4(random)),
  }
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A random UUID (version 4): user ids, party ids, tickets, token ids. */
export function uuidV4(random: RandomSource): string {
  const bytes = random.bytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return format(bytes)
}

/** 100 ns steps between the start of the Gregorian calendar, where version 1 counts from, and the Unix epoch. */
const gregorianOffset = 122_192_928_000_000_000n

/**
 * A time-based UUID (version 1), as Nakama gives its sessions: the clock, a sequence that keeps two sessions of
 * one millisecond apart, and a node part derived from the server's name.
 */
export function uuidV1(nowMs: number, sequence: number, node: Uint8Array): string {
  const ticks = BigInt(Math.trunc(nowMs)) * 10_000n + BigInt(sequence % 10_000) + gregorianOffset
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, Number(ticks & 0xffff_ffffn))
  view.setUint16(4, Number((ticks >> 32n) & 0xffffn))
  view.setUint16(6, Number((ticks >> 48n) & 0x0fffn) | 0x1000)
  view.setUint16(8, (Math.trunc(sequence / 10_000) & 0x3fff) | 0x8000)
  bytes.set(node.subarray(0, 6), 10)
  return format(bytes)
}

/** Whether a text is a UUID in its usual spelling; any version will do. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}

function format(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < 16; i++) {
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-'
    text += hex[bytes[i] ?? 0]
  }
  return text
}

/** Six bytes that stand for a node in its sessions' ids: a hash of its name, marked as no hardware address. */
export function nodeBytes(name: string): Uint8Array {
  let hash = 0xcbf2_9ce4_8422_2325n
  for (const byte of new TextEncoder().encode(name)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100_0000_01b3n)
  }
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, hash)
  const node = bytes.slice(2)
  node[0] = (node[0] ?? 0) | 0x01
  return node
}
