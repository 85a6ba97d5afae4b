import { describe, expect, it } from 'vitest'
import type { RpcContext } from '../rpc/rpc.ts'
import { createApi } from './api.fixture.ts'

async function setUp() {
  const api = createApi()
  const contexts: RpcContext[] = []
  api.services.rpc.register('Echo', (context, payload) => {
    contexts.push(context)
    return payload
  })
  api.services.rpc.register('fail', (_context, payload) => {
    throw Object.assign(new Error('broken'), payload === '' ? {} : { code: Number(payload) })
  })
  return { ...api, contexts, token: (await api.signIn('ada')).token }
}

describe('an RPC function over HTTP', () => {
  it('gets a JSON string and answers with one', async () => {
    const { call, token } = await setUp()
    expect(await call('/v2/rpc/echo', { token, body: '"{\\"a\\":1}"' })).toMatchObject({
      status: 200,
      body: { payload: '{"a":1}' },
    })
  })

  it('gets an empty payload from GET, from an empty body and from null', async () => {
    const { call, token } = await setUp()
    for (const options of [{}, { method: 'POST' }, { body: 'null' }]) {
      expect((await call('/v2/rpc/ECHO', { token, ...options })).body).toEqual({ payload: '' })
    }
  })

  it('gets and answers raw text when unwrapped, under the content type of the request', async () => {
    const { call, token } = await setUp()
    const raw = await call('/v2/rpc/echo?unwrap', {
      token,
      body: '{"a":1',
      headers: { 'content-type': 'a/b' },
    })
    expect([raw.status, raw.body, raw.headers.get('content-type')]).toEqual([200, '{"a":1', 'a/b'])
    const plain = await call('/v2/rpc/echo?unwrap=', { token })
    expect([plain.body, plain.headers.get('content-type')]).toEqual(['', 'text/plain'])
  })

  it('knows the player who calls, and the parameters of the URL', async () => {
    const { call, token, contexts } = await setUp()
    await call('/v2/rpc/echo?a=1&a=2&b=3', { token })
    expect(contexts).toEqual([
      {
        user: expect.objectContaining({ username: 'ada', vars: {}, expiresAtSec: expect.any(Number) }),
        sessionId: undefined,
        query: { a: ['1', '2'], b: ['3'] },
      },
    ])
  })

  it('is called without a player by whoever has the HTTP key', async () => {
    const { call, contexts } = await setUp()
    await call('/v2/rpc/echo?http_key=defaulthttpkey', {})
    await call('/v2/rpc/echo', { basic: 'defaulthttpkey' })
    expect(contexts).toEqual([
      { user: undefined, sessionId: undefined, query: {} },
      { user: undefined, sessionId: undefined, query: {} },
    ])
  })

  it.each([
    ['no proof', '/v2/rpc/echo', {}, 'Auth token or HTTP key required'],
    ['a bad token', '/v2/rpc/echo', { token: 'nope' }, 'Auth token invalid'],
    ['a bad key', '/v2/rpc/echo?http_key=x', {}, 'HTTP key invalid'],
    ['another Basic user', '/v2/rpc/echo', { basic: 'defaultkey' }, 'HTTP key invalid'],
    ['a bad key beside no function', '/v2/rpc/never?http_key=x', {}, 'HTTP key invalid'],
  ])('refuses %s', async (_name, path, options, message) => {
    const { call } = await setUp()
    expect(await call(path, options)).toMatchObject({
      status: 401,
      body: { error: message, message, code: 16 },
    })
  })

  it('is not found when it is not there, and needs a name', async () => {
    const { call, token } = await setUp()
    const [notFound, unnamed] = ['RPC function not found', 'RPC ID must be set']
    expect(await call('/v2/rpc/never', { token, body: '{' })).toMatchObject({
      status: 404,
      body: { error: notFound, message: notFound, code: 5 },
    })
    expect(await call('/v2/rpc/', { token })).toMatchObject({
      status: 400,
      body: { error: unnamed, message: unnamed, code: 3 },
    })
  })

  it.each(['{"a":1}', '5', '["a"]', '{bad', '"a" "b"'])(
    'refuses the body %s, all in the same words',
    async (body) => {
      const { call, token } = await setUp()
      const message = 'json: cannot unmarshal object into Go value of type string'
      expect(await call('/v2/rpc/echo', { token, body })).toMatchObject({
        status: 400,
        body: { error: message, message, code: 3 },
      })
    },
  )

  it('refuses a body that is too large', async () => {
    const { call, token } = await setUp()
    expect(await call('/v2/rpc/echo', { token, body: 'x'.repeat(262_145) })).toMatchObject({
      status: 400,
      body: { code: 3, message: 'http: request body too large' },
    })
  })

  it('tells what it throws, with the HTTP status of its code', async () => {
    const { call, token } = await setUp()
    expect(await call('/v2/rpc/fail', { token })).toMatchObject({
      status: 500,
      body: { error: { Message: 'broken', Code: 13 }, message: 'broken', code: 13 },
    })
    expect(await call('/v2/rpc/fail', { token, body: '"9"' })).toMatchObject({
      status: 400,
      body: { error: { Message: 'broken', Code: 9 }, message: 'broken', code: 9 },
    })
  })
})
