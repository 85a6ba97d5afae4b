import { type Codec, type Frame, jsonServerCodec } from '@party/protocol'
import { isList, isObject, type Json } from '../files/json.ts'

/** Maps whose keys are a game's own. */
const free: ReadonlySet<string> = new Set(['stringProperties', 'numericProperties', 'context', 'vars'])

/**
 * What stands in a frame, in the names of the contract. Of a JSON frame exactly the keys that are there, because
 * what a client leaves out is part of the contract; of a protobuf frame what JSON would have.
 */
export function readableFrame(frame: Frame, codec: Codec): Json {
  try {
    const text = typeof frame === 'string' ? frame : jsonServerCodec.encode(codec.decode(frame))
    return renamed(JSON.parse(String(text)) as Json)
  } catch {
    return typeof frame === 'string' ? frame : `bytes ${Buffer.from(frame).toString('hex')}`
  }
}

function renamed(value: Json): Json {
  if (isList(value)) return value.map(renamed)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const name = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      return [name, free.has(name) ? item : renamed(item)]
    }),
  )
}
