import { httpOperations } from '@party/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createApi } from './api.fixture.ts'

const paths = Object.values(httpOperations).map(({ path }) => path.replace('{id}', 'echo'))
const parameters = [
  'create',
  'username',
  'limit',
  'open',
  'query',
  'cursor',
  'cacheable_cursor',
  'ids',
  'unwrap',
]

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.constantFrom('', '0', 'true', '-1'),
)
const field = fc.constantFrom('id', 'email', 'password', 'vars', 'token', 'refresh_token', 'refreshToken')
const messages = fc
  .dictionary(field, fc.oneof(text, fc.jsonValue()), { maxKeys: 3 })
  .map((message) => JSON.stringify(message))
const requests = fc.record({
  path: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...paths) }, { weight: 1, arbitrary: fc.webPath() }),
  query: fc.array(fc.tuple(fc.constantFrom(...parameters), text), { maxLength: 3 }),
  method: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
  body: fc.oneof(text, messages, fc.uint8Array()),
  proof: fc.constantFrom('', 'Basic', 'Bearer', 'other'),
  other: fc.base64String(),
})

describe('whatever is sent', () => {
  it('is answered, with JSON that says what is wrong unless nothing is', { timeout: 60_000 }, async () => {
    const failures: unknown[] = []
    const logger = { debug: () => {}, info: () => {}, error: (...line: unknown[]) => failures.push(line) }
    const api = createApi({ logger })
    api.services.rpc.register('echo', (_context, payload) => payload)
    const { token } = await api.signIn('ada')
    const proofs: Record<string, string> = {
      Basic: `Basic ${btoa('defaultkey:')}`,
      Bearer: `Bearer ${token}`,
    }
    await fc.assert(
      fc.asyncProperty(requests, async ({ path, query, method, body, proof, other }) => {
        const search = new URLSearchParams(query)
        const authorization = proof === 'other' ? `Basic ${other}` : proofs[proof]
        const hasBody = method !== 'GET' && method !== 'HEAD'
        const response = await api.handler(
          new Request(`http://game.test${path}?${search}`, {
            method,
            ...(authorization === undefined ? {} : { headers: { authorization } }),
            ...(hasBody ? { body: typeof body === 'string' ? body : new Uint8Array(body) } : {}),
          }),
        )
        const answer = await response.text()
        expect(response.status).toBeGreaterThanOrEqual(200)
        expect(response.status).toBeLessThan(600)
        if (method === 'HEAD' || method === 'OPTIONS') {
          expect(answer).toBe('')
        } else if (response.status !== 200) {
          expect(response.headers.get('content-type')).toBe('application/json')
          expect(JSON.parse(answer)).toMatchObject({ code: expect.any(Number), message: expect.any(String) })
        }
      }),
      { numRuns: 2_000, seed: 7350 },
    )
    expect(failures).toEqual([])
  })
})
