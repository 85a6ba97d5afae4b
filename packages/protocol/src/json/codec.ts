import { DecodeError, EncodeError, type Frame } from '../codec.ts'
import type { EnvelopeCase } from '../envelope.ts'
import type { Envelope, EnvelopeMessage } from '../gen/messages.ts'
import { type JsonObject, type JsonWriters, stringify } from './encode.ts'
import { fields, type JsonReaders, read } from './fields.ts'
import { camelCase, snakeCase } from './names.ts'
import type { Rules } from './place.ts'
import { asString } from './scalars.ts'

/** Writes an envelope; `writers` are those of the messages this side sends. */
export function encodeEnvelope({ cid, message }: Envelope, writers: JsonWriters): string {
  const json: JsonObject = {}
  if (cid) json['cid'] = cid
  if (message) {
    const write = writers[message.case]
    if (write === undefined) throw new EncodeError(`${message.case} is not sent by this side`)
    json[snakeCase(message.case)] = write(message.value)
  }
  return stringify(json)
}

/** What a side reads, and how. */
export interface EnvelopeReading {
  /** Readers of the messages this side receives. */
  readonly readers: JsonReaders
  parse(text: string): unknown
  /** Undefined for a side that passes over what it does not know, down to an envelope without a message. */
  readonly rules: Rules | undefined
}

/** Reads an envelope. */
export function decodeEnvelope(frame: Frame, { readers, parse, rules }: EnvelopeReading): Envelope {
  if (typeof frame !== 'string') throw new DecodeError('expected a text frame, got a binary one')
  const from = fields(parseOrFail(frame, parse), { parent: undefined, name: '', rules }, '')
  const envelope: Envelope = { cid: read(from, 'cid', asString, ''), message: undefined }
  const names = Object.keys(from.json).filter((name) => name !== 'cid')
  for (const name of names) {
    const kind = camelCase(name) as EnvelopeCase
    const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined
    const value = reader && read(from, name, reader, undefined)
    // The table pairs each kind with the reader of its own message.
    if (value) envelope.message = { case: kind, value } as EnvelopeMessage
  }
  rules?.allRead(from, readers, 'cid')
  rules?.atMostOne(from, names)
  return envelope
}

function parseOrFail(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text)
  } catch (cause) {
    throw new DecodeError('not JSON', '', { cause })
  }
}
