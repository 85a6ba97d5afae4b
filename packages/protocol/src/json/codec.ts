import { DecodeError, EncodeError, type Frame } from '../codec.ts'
import type { EnvelopeCase } from '../envelope.ts'
import type { Envelope, EnvelopeMessage } from '../gen/messages.ts'
import { type JsonObject, type JsonWriters, stringify } from './encode.ts'
import { camelCase, fields, type JsonReaders, read, snakeCase } from './fields.ts'
import { fail, strictRoot, tolerantRoot } from './place.ts'
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

/**
 * Reads an envelope; `readers` are those of the messages this side receives.
 *
 * Strict: what is not known is refused. Otherwise it is passed over, down to an envelope without a message.
 */
export function decodeEnvelope(
  frame: Frame,
  readers: JsonReaders,
  parse: (text: string) => unknown,
  strict: boolean,
): Envelope {
  if (typeof frame !== 'string') throw new DecodeError('expected a text frame, got a binary one')
  const from = fields(parseOrFail(frame, parse), strict ? strictRoot : tolerantRoot, '')
  const envelope: Envelope = { cid: read(from, 'cid', asString, ''), message: undefined }
  for (const name of Object.keys(from.json)) {
    if (name === 'cid') continue
    const kind = camelCase(name) as EnvelopeCase
    const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined
    if (reader === undefined) {
      if (strict) fail(from, name, 'unknown field')
      continue
    }
    const value = read(from, name, reader, undefined)
    if (value === undefined) continue
    if (strict && envelope.message) fail(from, name, 'another message is in the envelope')
    // The table pairs each kind with the reader of its own message.
    envelope.message = { case: kind, value } as EnvelopeMessage
  }
  return envelope
}

function parseOrFail(text: string, parse: (text: string) => unknown): unknown {
  try {
    return parse(text)
  } catch (cause) {
    throw new DecodeError('not JSON', '', { cause })
  }
}
