import { DecodeError, fromJson, type JsonReader } from '@party/protocol'
import { ApiError } from '../api-error.ts'
import { JsonSyntaxError, parseJsonBody } from '../json-syntax.ts'

/** How Go names the compressed formats in HTTP, and what the platform calls them. */
const compressions: Readonly<Record<string, CompressionFormat>> = { gzip: 'gzip', deflate: 'deflate-raw' }

/**
 * The whole body of a request, decompressed if it has to be.
 *
 * @throws {ApiError} (rejects) 3 for more than `maxBytes`, before or after decompression, or for compressed data that
 *   is not.
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array()
  const raw = await collect(request.body, maxBytes)
  const encoding = request.headers.get('content-encoding') ?? ''
  const format = Object.hasOwn(compressions, encoding) ? compressions[encoding] : undefined
  if (format === undefined || raw.byteLength === 0) return raw
  try {
    return await collect(new Blob([raw]).stream().pipeThrough(new DecompressionStream(format)), maxBytes)
  } catch (error) {
    throw error instanceof ApiError ? error : ApiError.invalidArgument(`${encoding}: invalid data`)
  }
}

/**
 * Reads a message out of a JSON body. No body is an empty message, unknown fields are passed over.
 *
 * @throws {ApiError} 3 for what is not JSON, in the words of Nakama, or is not such a message.
 */
export function decodeBody<T>(body: Uint8Array, reader: JsonReader<T>): T {
  try {
    return fromJson(reader, parseJsonBody(decodeText(body)) ?? {})
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw ApiError.invalidArgument(error.message)
    if (error instanceof DecodeError) throw ApiError.invalidArgument(`proto: ${error.message}`)
    throw error
  }
}

/** Text of UTF-8; whatever is not becomes U+FFFD, and a byte order mark stays, to be refused like any other character. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

async function collect(
  stream: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel().catch(() => {})
      throw ApiError.invalidArgument('http: request body too large')
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
