import { describe, expect, it } from 'vitest'
import { decodeText, readBody } from './body.ts'

function post(body: BodyInit | null, encoding?: string): Request {
  const headers = encoding === undefined ? {} : { 'content-encoding': encoding }
  return new Request('http://game.test/', { method: 'POST', body, headers })
}

async function compress(text: string, format: CompressionFormat): Promise<ArrayBuffer> {
  const compressed = new Blob([text]).stream().pipeThrough(new CompressionStream(format))
  return new Response(compressed).arrayBuffer()
}

describe('the body of a request', () => {
  it('is read up to the limit and not beyond', async () => {
    expect(decodeText(await readBody(post('12345'), 5))).toBe('12345')
    await expect(readBody(post('123456'), 5)).rejects.toMatchObject({
      httpStatus: 400,
      message: 'http: request body too large',
    })
    expect((await readBody(post(null), 5)).byteLength).toBe(0)
  })

  it('is not read to its end when it is too long', async () => {
    let pulled = 0
    let cancelled = false
    const endless = new ReadableStream({
      pull(controller) {
        pulled++
        controller.enqueue(new Uint8Array(10))
      },
      cancel() {
        cancelled = true
      },
    })
    const request = new Request('http://game.test/', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit)
    await expect(readBody(request, 25)).rejects.toMatchObject({ grpcCode: 3 })
    expect(pulled).toBeLessThan(10)
    expect(cancelled).toBe(true)
  })

  it.each([
    ['gzip', 'gzip'],
    ['deflate', 'deflate-raw'],
  ] as const)('is decompressed when it is %s, up to the same limit', async (encoding, format) => {
    const text = 'a'.repeat(1_000)
    const body = await compress(text, format)
    expect(decodeText(await readBody(post(body, encoding), 1_000))).toBe(text)
    await expect(readBody(post(body, encoding), 999)).rejects.toMatchObject({
      message: 'http: request body too large',
    })
  })

  it('is refused when it is not compressed as it says', async () => {
    await expect(readBody(post('plain', 'gzip'), 100)).rejects.toMatchObject({ grpcCode: 3 })
    expect(decodeText(await readBody(post('plain', 'identity'), 100))).toBe('plain')
  })
})
