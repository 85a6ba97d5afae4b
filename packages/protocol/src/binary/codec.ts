import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire'
import { DecodeError, EncodeError, type Frame } from '../codec.ts'
import { createEnvelope, type Envelope, type EnvelopeMessage } from '../gen/messages.ts'
import { type BinaryReaders, readMessage, readString, readTag, skip } from './read.ts'
import { type BinaryWriters, writeMessage } from './write.ts'

/** Writes an envelope; `writers` are those of the messages this side sends. */
export function encodeEnvelope({ cid, message }: Envelope, writers: BinaryWriters): Uint8Array {
  const writer = new BinaryWriter()
  if (cid) writer.uint32(10).string(cid)
  if (message) {
    const entry = writers[message.case]
    if (entry === undefined) throw new EncodeError(`${message.case} is not sent by this side`)
    const [tag, write] = entry
    writeMessage(writer, tag, message.value, write)
  }
  return writer.finish()
}

/** Reads an envelope; `readers` are those of the messages this side receives. All else is passed over. */
export function decodeEnvelope(frame: Frame, readers: BinaryReaders): Envelope {
  if (typeof frame === 'string') throw new DecodeError('expected a binary frame, got a text one')
  const envelope = createEnvelope()
  try {
    readEnvelope(new BinaryReader(frame), readers, envelope)
  } catch (cause) {
    // The cid comes first: whoever waits for the reply can be told, although it cannot be read.
    const problem = cause instanceof Error ? cause.message : 'not protobuf'
    throw new DecodeError(problem, '', { cause, cid: envelope.cid })
  }
  return envelope
}

function readEnvelope(reader: BinaryReader, readers: BinaryReaders, envelope: Envelope): void {
  while (reader.pos < reader.len) {
    const tag = readTag(reader)
    const entry = readers[tag]
    if (tag === 10) {
      envelope.cid = readString(reader)
    } else if (entry) {
      const [kind, read] = entry
      // Of several messages the last counts; the same kind again is merged into the one before.
      const before = envelope.message?.case === kind ? envelope.message.value : undefined
      envelope.message = { case: kind, value: readMessage(reader, read, before) } as EnvelopeMessage
    } else {
      skip(reader, tag)
    }
  }
}
