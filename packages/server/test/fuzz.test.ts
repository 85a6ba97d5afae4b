import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RawPlayer, type TestServer, testServer } from './raw-player.ts'

const seed = 20_301
const partyId = '11111111-2222-4333-8444-555555555555.nakama1'

/** Values as an ill-meaning or broken client would put them where others belong. */
const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, '', '*', partyId, '9223372036854775808', -0, [], {}, '__proto__', 'constructor'),
  fc.jsonValue({ maxDepth: 3 }),
)

const messages = [
  ...[
    'party_create',
    'party_join',
    'party_leave',
    'party_promote',
    'party_accept',
    'party_remove',
    'party_close',
  ],
  ...['party_join_request_list', 'party_update', 'party_data_send', 'party_matchmaker_add'],
  ...['party_matchmaker_remove', 'matchmaker_add', 'matchmaker_remove', 'status_follow', 'status_unfollow'],
  ...['status_update', 'rpc', 'ping', 'pong', 'party_leader', 'error', 'cid', '__proto__'],
]
const fields = [
  ...[
    'party_id',
    'open',
    'hidden',
    'max_size',
    'label',
    'presence',
    'op_code',
    'data',
    'min_count',
    'max_count',
  ],
  ...[
    'query',
    'string_properties',
    'numeric_properties',
    'count_multiple',
    'ticket',
    'user_ids',
    'usernames',
  ],
  ...['status', 'id', 'payload', 'toString', '__proto__'],
]

const envelope = fc.record(
  {
    cid: fc.oneof(fc.string(), junk),
    message: fc.constantFrom(...messages),
    body: fc.oneof(fc.dictionary(fc.constantFrom(...fields), junk, { maxKeys: 5 }), junk),
  },
  { requiredKeys: ['message', 'body'] },
)

const frame = fc.oneof(
  {
    weight: 6,
    arbitrary: envelope.map(({ message, body, ...rest }) => JSON.stringify({ ...rest, [message]: body })),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)) },
)

/** Two players in a party who must not notice anything. */
async function bystanders({ clock, connect, partyOf }: TestServer) {
  const [ada, bo] = [await connect('ada'), await connect('bo')]
  const joined = await partyOf(ada, bo)
  return async () => {
    expect([ada.closed, bo.closed]).toEqual([undefined, undefined])
    ada.send({ cid: 'x', party_data_send: { party_id: joined, op_code: 1, data: 'eA==' } })
    await clock.advance(0)
    expect(ada.take()).toEqual([{ cid: 'x' }])
    expect(bo.take()).toMatchObject([{ party_data: { op_code: '1', data: 'eA==' } }])
  }
}

/** A session that is still there answers a ping; one that was closed was told why. */
async function checkOutcome({ clock }: TestServer, player: RawPlayer, format: string): Promise<void> {
  const received = player.take()
  if (player.closed !== undefined) {
    expect(player.closed.code).toBeOneOf([1000, 1009])
    if (format === 'json')
      expect(received).toContainEqual(expect.objectContaining({ error: expect.anything() }))
    return
  }
  if (format !== 'json') return
  player.send({ cid: 'still there', ping: {} })
  await clock.advance(0)
  expect(player.take()).toContainEqual({ cid: 'still there', pong: {} })
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

describe('whatever a client sends', () => {
  it.each(['json', 'protobuf'])(
    'the server answers or closes, and nobody else notices: %s',
    async (format) => {
      const world = testServer()
      const check = await bystanders(world)
      await fc.assert(
        fc.asyncProperty(fc.array(frame, { maxLength: 8 }), async (frames) => {
          const player = await world.connect('mallory', { format })
          for (const data of frames) player.send(data)
          await world.clock.advance(0)
          await checkOutcome(world, player, format)
          await check()
          player.socket.close()
          await world.clock.advance(0)
          expect(world.server.inspect().sessions).toHaveLength(2)
          expect(world.server.inspect().ticketCount).toBe(0)
        }),
        { numRuns: 250, seed },
      )
    },
  )

  it('a valid frame with any byte changed is answered or closes', async () => {
    const world = testServer()
    const check = await bystanders(world)
    const valid = JSON.stringify({
      cid: '1',
      party_data_send: { party_id: partyId, op_code: '7', data: 'aGk=' },
    })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(valid.length - 1),
        fc.string({ unit: 'binary', maxLength: 2 }),
        async (at, text) => {
          const player = await world.connect('mallory')
          player.send(valid.slice(0, at) + text + valid.slice(at + 1))
          await world.clock.advance(0)
          await checkOutcome(world, player, 'json')
          player.socket.close()
          await check()
        },
      ),
      { numRuns: 250, seed },
    )
  })

  it('memory returns to where it was', async () => {
    const world = testServer()
    const frames = fc.sample(fc.array(frame, { maxLength: 8 }), { numRuns: 300, seed })
    const play = async (): Promise<number> => {
      for (const list of frames) {
        const player = await world.connect('mallory')
        for (const data of list) player.send(data)
        await world.clock.advance(0)
        player.socket.close()
        await world.clock.advance(0)
      }
      await world.clock.advance(60_000)
      collectGarbage()
      return process.memoryUsage().heapUsed
    }
    await play()
    const before = await play()
    // A round opens 300 sessions; one that left a kilobyte behind would show.
    expect((await play()) - before).toBeLessThan(300 * 1024)
    expect(world.clock.pending).toBe(0)
  })

  it('every HTTP request gets a well-formed answer', async () => {
    const world = testServer()
    const check = await bystanders(world)
    const token = await world.authenticate('mallory')
    const paths = [
      ...[
        '/v2/account/authenticate/custom',
        '/v2/account/authenticate/device',
        '/v2/account/authenticate/email',
      ],
      ...[
        '/v2/account/session/refresh',
        '/v2/session/logout',
        '/v2/party',
        '/v2/notification',
        '/v2/rpc/x',
        '/ws',
      ],
      ...['/v2/matchmaker/stats', '/', '/healthcheck', '/v2/%2e%2e', '/%00'],
    ]
    const request = fc.record({
      path: fc.constantFrom(...paths),
      method: fc.constantFrom('GET', 'POST', 'DELETE', 'PUT'),
      query: fc.dictionary(
        fc.constantFrom(
          'limit',
          'open',
          'query',
          'cursor',
          'create',
          'username',
          'ids',
          'unwrap',
          'token',
          'format',
        ),
        fc.string({ unit: 'binary', maxLength: 30 }),
        { maxKeys: 3 },
      ),
      body: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        junk.map((value) => JSON.stringify(value)),
      ),
      auth: fc.constantFrom(
        '',
        `Bearer ${token}`,
        `Basic ${btoa('defaultkey:')}`,
        'Basic %%%',
        'Bearer nope',
      ),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ path, method, query, body, auth }) => {
        const response = await world.host.fetch(`http://memory${path}?${new URLSearchParams(query)}`, {
          method,
          headers: auth === '' ? {} : { authorization: auth },
          ...(method === 'GET' ? {} : { body }),
        })
        expect(response.status).toBeLessThan(502)
        const text = await response.text()
        if (response.headers.get('content-type')?.startsWith('application/json')) JSON.parse(text)
        if (response.status >= 400 && path.startsWith('/v2/')) {
          expect(JSON.parse(text)).toMatchObject({ code: expect.any(Number), message: expect.any(String) })
        }
      }),
      { numRuns: 500, seed },
    )
    await check()
  })
})
