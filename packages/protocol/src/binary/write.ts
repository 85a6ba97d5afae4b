import type { BinaryWriter } from '@bufbuild/protobuf/wire'
import type { EnvelopeCase } from '../envelope.ts'

interface BinaryMethods<T> {
  // A method, because these may take less than they are declared to: each only ever gets its own message.
  write(message: T, writer: BinaryWriter): void
}

/** Writes the fields of one kind of message. */
export type ToBinary<T> = BinaryMethods<T>['write']

/** Tags and writers of the messages an envelope may carry, by kind. */
export type BinaryWriters = { readonly [C in EnvelopeCase]?: readonly [tag: number, write: ToBinary<object>] }

/** Writes a message as a field, with its length in front. */
export function writeMessage<T>(writer: BinaryWriter, tag: number, message: T, write: ToBinary<T>): void {
  writer.uint32(tag).fork()
  write(message, writer)
  writer.join()
}

/** Writes a map: one message of key (field 1) and value (field 2) for each entry. */
export function writeMap<T>(
  writer: BinaryWriter,
  tag: number,
  map: Readonly<Record<string, T>>,
  writeValue: ToBinary<T>,
): void {
  for (const [key, value] of Object.entries(map)) {
    writer.uint32(tag).fork().uint32(10).string(key)
    writeValue(value, writer)
    writer.join()
  }
}

export const stringEntry: ToBinary<string> = (value, writer) => void writer.uint32(18).string(value)
export const doubleEntry: ToBinary<number> = (value, writer) => void writer.uint32(17).double(value)

// google.protobuf's wrappers: a message whose field 1 is the value, and empty when that is the default.

export const stringValue: ToBinary<string> = (value, writer) => {
  if (value) writer.uint32(10).string(value)
}
export const int32Value: ToBinary<number> = (value, writer) => {
  if (value) writer.uint32(8).int32(value)
}
export const boolValue: ToBinary<boolean> = (value, writer) => {
  if (value) writer.uint32(8).bool(value)
}

/** google.protobuf.Timestamp: whole seconds, and nanoseconds that count forward from there. */
export const writeTimestamp: ToBinary<Date> = (time, writer) => {
  const ms = time.getTime()
  const seconds = Math.floor(ms / 1000)
  const nanos = (ms - seconds * 1000) * 1_000_000
  if (seconds) writer.uint32(8).int64(seconds)
  if (nanos) writer.uint32(16).int32(nanos)
}
