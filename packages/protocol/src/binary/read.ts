import type { BinaryReader } from '@bufbuild/protobuf/wire'
import { DecodeError } from '../codec.ts'
import type { EnvelopeCase } from '../envelope.ts'
import { type Int64, toInt64 } from '../int64.ts'

/** Reads the fields of one kind of message up to `end`, into a message that is there already if there is one. */
export type FromBinary<T> = (reader: BinaryReader, end: number, into?: T) => T

interface BinaryMethods {
  // A method, because these may take less than they are declared to: each only ever gets its own message.
  read(reader: BinaryReader, end: number, into?: object): object
}

/** Kinds and readers of the messages an envelope may carry, by tag. */
export type BinaryReaders = Readonly<
  Record<number, readonly [kind: EnvelopeCase, read: BinaryMethods['read']]>
>

/** Field number and wire type in one. Beyond what any field here has, the number wraps; no tag matches then. */
export function readTag(reader: BinaryReader): number {
  const [field, wireType] = reader.tag()
  return (field << 3) | wireType
}

/** Passes over a field that is not known, or that has another wire type than the known one. */
export function skip(reader: BinaryReader, tag: number): void {
  reader.skip(tag & 7, (tag >>> 3) & 0x1fffffff)
}

/** Reads a message with its length in front. One that is there twice is merged, as everywhere in protobuf. */
export function readMessage<T>(reader: BinaryReader, read: FromBinary<T>, into?: T): T {
  const end = reader.uint32() + reader.pos
  if (end > reader.len) throw new DecodeError('truncated')
  const message = into === undefined ? read(reader, end) : read(reader, end, into)
  if (reader.pos !== end) throw new DecodeError('a field is longer than its message')
  return message
}

export function readString(reader: BinaryReader): string {
  return reader.string(true)
}

export function readBool(reader: BinaryReader): boolean {
  return reader.bool()
}

export function readInt32(reader: BinaryReader): number {
  return reader.int32()
}

export function readInt64(reader: BinaryReader): Int64 {
  return toInt64(BigInt(reader.int64())) ?? 0
}

export function readDouble(reader: BinaryReader): number {
  return reader.double()
}

/** A copy, so that a message does not hold on to, or change with, the buffer it came in. */
export function readBytes(reader: BinaryReader): Uint8Array {
  return Uint8Array.from(reader.bytes())
}

/** How the values of a map are read. */
export interface MapEntry<T> {
  readonly tag: number
  read(reader: BinaryReader): T
  readonly unset: T
}

export const stringEntry: MapEntry<string> = { tag: 18, read: readString, unset: '' }
export const doubleEntry: MapEntry<number> = { tag: 17, read: readDouble, unset: 0 }

/** Reads an entry of a map: key in field 1, value in field 2, each the default when it is not there. */
export function readEntry<T>(reader: BinaryReader, map: Record<string, T>, entry: MapEntry<T>): void {
  let key = ''
  let value = entry.unset
  readMessage(reader, (_, end) => {
    while (reader.pos < end) {
      const tag = readTag(reader)
      if (tag === 10) key = readString(reader)
      else if (tag === entry.tag) value = entry.read(reader)
      else skip(reader, tag)
    }
  })
  // Defined, because assigning to `__proto__` would not make a property.
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true })
}

/** google.protobuf's wrappers: a message whose field 1 is the value. */
function wrapper<T>(valueTag: number, readValue: (reader: BinaryReader) => T, unset: T): FromBinary<T> {
  return (reader, end, value = unset) => {
    let last = value
    while (reader.pos < end) {
      const tag = readTag(reader)
      if (tag === valueTag) last = readValue(reader)
      else skip(reader, tag)
    }
    return last
  }
}

export const stringWrapper: FromBinary<string> = /* @__PURE__ */ wrapper(10, readString, '')
export const int32Wrapper: FromBinary<number> = /* @__PURE__ */ wrapper(8, readInt32, 0)
export const boolWrapper: FromBinary<boolean> = /* @__PURE__ */ wrapper(8, readBool, false)

/** google.protobuf.Timestamp, to the millisecond. */
export const readTimestamp: FromBinary<Date> = (reader, end, into = new Date(0)) => {
  let seconds = Math.floor(into.getTime() / 1000)
  let nanos = (into.getTime() - seconds * 1000) * 1_000_000
  while (reader.pos < end) {
    const tag = readTag(reader)
    if (tag === 8) seconds = Number(reader.int64())
    else if (tag === 16) nanos = reader.int32()
    else skip(reader, tag)
  }
  const time = new Date(seconds * 1000 + Math.floor(nanos / 1_000_000))
  if (Number.isNaN(time.getTime())) throw new DecodeError('a time is out of range')
  return time
}
