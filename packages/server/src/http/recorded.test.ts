import { describe, expect, it } from 'vitest'
import { createApi } from './api.fixture.ts'

/** What a Nakama server answered, call by call. */
describe('as recorded of Nakama', () => {
  const custom = '/v2/account/authenticate/custom'
  const basic = 'defaultkey'

  it.each([
    [
      `${custom}?create=false`,
      { basic, body: { id: 'wire-never-created-1' } },
      404,
      5,
      'User account not found.',
    ],
    [
      `${custom}?create=true`,
      { basic, body: { id: 'x' } },
      400,
      3,
      'Custom ID invalid, must be 6-128 bytes.',
    ],
    [`${custom}?create=true`, { basic, body: {} }, 400, 3, 'Custom ID is required.'],
    [
      `${custom}?create=true`,
      { basic: 'wrongkey', body: { id: 'wire-custom-1' } },
      401,
      16,
      'Server key invalid',
    ],
    [`${custom}?create=true`, { body: { id: 'wire-custom-1' } }, 401, 16, 'Server key required'],
    [
      `${custom}?create=true`,
      { basic, body: '{bad' },
      400,
      3,
      "invalid character 'b' looking for beginning of object key string",
    ],
    [
      '/v2/account/session/refresh',
      { basic, body: { token: 'nope' } },
      401,
      16,
      'Refresh token invalid or expired.',
    ],
    ['/v2/account/session/refresh', { basic, body: {} }, 400, 3, 'Refresh token is required.'],
    ['/v2/nothing-here', {}, 404, 5, 'Not Found'],
    ['/v2/party', {}, 401, 16, 'Auth token required'],
    ['/v2/party', { token: 'nope' }, 401, 16, 'Auth token invalid'],
  ])('%s with %j', async (path, call, status, code, message) => {
    const answer = await createApi().call(path, call)
    expect(answer).toMatchObject({ status, body: { code, message } })
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? message : null)
  })

  it('a session is refreshed to a new pair of tokens, and nothing more', async () => {
    const api = createApi()
    const { refreshToken } = await api.signIn('ada')
    const { status, body } = await api.call('/v2/account/session/refresh', {
      basic,
      body: { token: refreshToken },
    })
    expect(status).toBe(200)
    expect(body).toEqual({ token: expect.any(String), refresh_token: expect.any(String) })
  })

  it('the server is healthy', async () => {
    const { call } = createApi()
    expect(await call('/healthcheck')).toMatchObject({ status: 200, body: {} })
    expect(await call('/')).toMatchObject({ status: 200, body: '' })
  })

  it('a list of parties without any is an empty object, and a bad limit is refused', async () => {
    const api = createApi()
    const { token } = await api.signIn('ada')
    expect(await api.call('/v2/party', { token })).toMatchObject({ status: 200, body: {} })
    for (const limit of [0, 101]) {
      expect(await api.call(`/v2/party?limit=${limit}`, { token })).toMatchObject({
        status: 400,
        body: { code: 3, message: 'Invalid limit - limit must be between 1 and 100.' },
      })
    }
  })

  it('a socket is refused by the route of its own', async () => {
    const { call } = createApi()
    const answer = await call('/ws?token=nope&format=json')
    expect(answer).toMatchObject({ status: 401, body: 'Missing or invalid token\n' })
    expect(answer.headers.get('cache-control')).toBeNull()
  })
})
