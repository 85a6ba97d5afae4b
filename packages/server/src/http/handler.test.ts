import { httpOperations } from '@party/protocol'
import { describe, expect, it } from 'vitest'
import { createApi } from './api.fixture.ts'

const noStore = 'no-store, no-cache, must-revalidate'

describe('routing', () => {
  it('serves every call of the contract', async () => {
    const { call } = createApi()
    for (const { method, path } of Object.values(httpOperations)) {
      const { status } = await call(path.replace('{id}', 'x'), { method })
      expect([path, status]).not.toEqual([path, 404])
      expect([path, status]).not.toEqual([path, 501])
    }
  })

  it('knows a wrong method from an unknown path', async () => {
    const { call } = createApi()
    for (const [method, path] of [
      ['GET', '/v2/account/authenticate/custom'],
      ['POST', '/v2/party'],
      ['PUT', '/v2/notification'],
      ['DELETE', '/v2/rpc/x'],
      ['POST', '/healthcheck'],
    ] as const) {
      expect(await call(path, { method })).toMatchObject({
        status: 501,
        body: { code: 12, message: 'Method Not Allowed' },
      })
    }
    for (const [method, path] of [
      ['GET', '/v2/party/'],
      ['GET', '/V2/party'],
      ['POST', '/'],
      ['POST', '/ws'],
      ['PATCH', '/nothing'],
    ] as const) {
      expect(await call(path, { method })).toMatchObject({
        status: 404,
        body: { code: 5, message: 'Not Found' },
      })
    }
  })

  it('has no HEAD for any call, and never a body for it', async () => {
    const { call } = createApi()
    expect(await call('/v2/party', { method: 'HEAD' })).toMatchObject({ status: 501, body: '' })
    expect(await call('/healthcheck', { method: 'HEAD' })).toMatchObject({ status: 501, body: '' })
    expect(await call('/', { method: 'HEAD' })).toMatchObject({ status: 404, body: '' })
  })

  it('lets nothing be cached', async () => {
    const { call } = createApi()
    for (const path of ['/healthcheck', '/v2/party', '/nothing', '/v2/rpc/x']) {
      expect((await call(path)).headers.get('cache-control')).toBe(noStore)
    }
    expect((await call('/')).headers.get('cache-control')).toBeNull()
  })

  it('tells the log what failed, and the client only that it did', async () => {
    const logged: unknown[] = []
    const logger = { debug: () => {}, info: () => {}, error: (...line: unknown[]) => logged.push(line) }
    const api = createApi({
      logger,
      matchmakerStats: () => {
        throw new Error('a secret')
      },
    })
    const { token } = await api.signIn('ada')
    expect(await api.call('/v2/matchmaker/stats', { token })).toMatchObject({
      status: 500,
      body: { code: 13, message: 'Internal Server Error' },
    })
    expect(JSON.stringify(logged)).toContain('a secret')
  })
})

describe('whatever a hook throws', () => {
  it.each(['text', undefined, null, 5, {}, Object.create(null)])(
    'such as %j, the call is answered',
    async (thrown) => {
      const api = createApi({ call: () => Promise.reject(thrown) })
      const { token } = await api.signIn('ada')
      expect(await api.call('/v2/party', { token })).toMatchObject({
        status: 500,
        body: { code: 13, message: 'Internal Server Error' },
      })
    },
  )
})

describe('a page of another origin', () => {
  const origin = 'https://game.example'
  const ask = (headers: Record<string, string>) =>
    createApi().call('/v2/party', { method: 'OPTIONS', headers })

  it('may read every answer, errors too', async () => {
    const { call } = createApi()
    for (const path of ['/', '/healthcheck', '/nothing', '/ws', '/v2/party']) {
      const { headers } = await call(path, { headers: { origin } })
      expect(headers.get('access-control-allow-origin')).toBe('*')
    }
    expect((await call('/healthcheck')).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('may send what it has asked for, if Nakama allows it', async () => {
    const answer = await ask({
      origin,
      'access-control-request-method': 'DELETE',
      'access-control-request-headers': 'authorization, content-type,accept',
    })
    expect([answer.status, answer.body]).toEqual([200, ''])
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-methods')).toBe('DELETE')
    expect(answer.headers.get('access-control-allow-headers')).toBe('Authorization,Content-Type')
  })

  it('gets no list of methods for the plain ones', async () => {
    const answer = await ask({ origin, 'access-control-request-method': 'POST' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-methods')).toBeNull()
    expect(answer.headers.get('access-control-allow-headers')).toBeNull()
  })

  it.each([
    ['names no method', {}, 400],
    ['names a method that is not allowed', { 'access-control-request-method': 'PATCH' }, 405],
    [
      'names a header that is not allowed',
      { 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-anything' },
      403,
    ],
  ])('is refused when it %s', async (_name, headers, status) => {
    const answer = await ask({ origin, ...headers } as Record<string, string>)
    expect([answer.status, answer.body]).toEqual([status, ''])
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('may be no page at all: OPTIONS without an origin is empty', async () => {
    const answer = await ask({})
    expect([answer.status, answer.body]).toEqual([200, ''])
  })
})
