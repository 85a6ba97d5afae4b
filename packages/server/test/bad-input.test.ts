import { describe, expect, it } from 'vitest'
import { HookError } from '../src/index.ts'
import { testServer } from './raw-player.ts'

/** What becomes of one frame: what the sender is told, and whether it is still connected. */
async function outcomeOf(
  frame: Parameters<Awaited<ReturnType<ReturnType<typeof testServer>['connect']>>['send']>[0],
  options = {},
) {
  const { clock, connect } = testServer()
  const player = await connect('ada', options)
  player.send(frame)
  await clock.advance(0)
  return { told: player.take(), closed: player.closed }
}

const stays = { closed: undefined }
const closes = (code: number, reason: string) => ({ closed: { code, reason, wasClean: true } })

describe('a request that fails its checks', () => {
  it.each([
    ['party', { party_join: { party_id: 'nope' } }, 'Invalid party ID'],
    ['status', { status_follow: { user_ids: ['nope'] } }, 'Invalid user identifier'],
    ['matchmaker', { matchmaker_add: { min_count: 1, max_count: 2 } }, 'Invalid minimum count, must be >= 2'],
    ['rpc', { rpc: {} }, 'RPC ID must be set'],
  ])('is refused with its cid and keeps the connection: %s', async (_, message, text) => {
    expect(await outcomeOf({ cid: '7', ...message })).toEqual({
      told: [{ cid: '7', error: { code: 3, message: text } }],
      ...stays,
    })
  })
})

describe('a hook', () => {
  it('that refuses a request answers with code 7 and keeps the connection', async () => {
    const { server, clock, connect } = testServer()
    server.hooks.realtime.before('partyCreate', () => {
      throw new HookError('Not today.')
    })
    const player = await connect('ada')
    player.send({ cid: '1', party_create: { max_size: 2 } })
    await clock.advance(0)
    expect(player.take()).toEqual([{ cid: '1', error: { code: 7, message: 'Not today.' } }])
    expect(player.closed).toBeUndefined()
  })

  it('that disables an operation makes it look missing, which closes', async () => {
    const { server, clock, connect } = testServer()
    server.hooks.realtime.before('partyCreate', () => null)
    const player = await connect('ada')
    player.send({ cid: '1', party_create: { max_size: 2 } })
    await clock.advance(0)
    expect(player.take()).toEqual([
      { cid: '1', error: { code: 1, message: 'Requested resource was not found.' } },
    ])
    expect(player.closed).toMatchObject({ code: 1000, reason: 'error processing message' })
  })
})

describe('a message that is no request closes the connection, and says why first', () => {
  it('without any message', async () => {
    expect(await outcomeOf({ cid: '1' })).toEqual({
      told: [{ cid: '1', error: { code: 2, message: 'Missing message.' } }],
      ...closes(1000, 'error processing message'),
    })
  })

  it('of a kind that only servers send', async () => {
    expect(await outcomeOf({ cid: '1', party_leader: { party_id: 'x' } })).toEqual({
      told: [{ cid: '1', error: { code: 1, message: 'Unrecognized message.' } }],
      ...closes(1000, 'error processing message'),
    })
  })
})

describe('a frame that cannot be read closes the connection, and says why first', () => {
  it.each([
    ['no JSON', 'hello'],
    ['JSON that is no object', '[]'],
    ['an unknown message', { cid: '1', party_dance: {} }],
    ['an unknown field', { cid: '1', party_create: { colour: 'red' } }],
    ['a wrong type', { cid: '1', party_create: { open: 'yes' } }],
    ['bad base64', { cid: '1', party_data_send: { party_id: 'x', data: '%%%' } }],
    [
      'an int64 out of range',
      { cid: '1', party_data_send: { party_id: 'x', op_code: '9223372036854775808' } },
    ],
    ['a fraction in an integer', { cid: '1', party_create: { max_size: 1.5 } }],
    ['two messages in one', { cid: '1', ping: {}, party_create: {} }],
  ])('%s', async (_, frame) => {
    expect(await outcomeOf(frame)).toEqual({
      told: [{ error: { code: 3, message: expect.stringMatching(/^Malformed message: ./) } }],
      ...closes(1000, 'received malformed payload'),
    })
  })

  it('bad protobuf', async () => {
    const { told, closed } = await outcomeOf(new Uint8Array([0xff, 0xff, 0xff]), { format: 'protobuf' })
    expect(told).toHaveLength(1)
    expect(closed).toMatchObject({ code: 1000, reason: 'received malformed payload' })
  })

  it('a binary frame on a JSON session', async () => {
    expect(await outcomeOf(new Uint8Array([1]))).toEqual({
      told: [{ error: { code: 3, message: 'This session takes text messages.' } }],
      ...closes(1000, 'received unexpected WebSocket message type'),
    })
  })

  it('a text frame on a protobuf session', async () => {
    const { told, closed } = await outcomeOf('{}', { format: 'protobuf' })
    expect(told).toHaveLength(1)
    expect(closed).toMatchObject({ code: 1000, reason: 'received unexpected WebSocket message type' })
  })

  it('a message over the limit, with a code of its own', async () => {
    expect(await outcomeOf(' '.repeat(4097))).toEqual({
      told: [{ error: { code: 3, message: 'Message is larger than 4096 bytes.' } }],
      ...closes(1009, ''),
    })
  })

  it('but not one of exactly the limit, counted in bytes', async () => {
    const status = (length: number) =>
      JSON.stringify({ cid: '1', status_update: { status: 'é'.repeat(length) } })
    const spare = 4096 - new TextEncoder().encode(status(1000)).length
    expect(await outcomeOf(status(1000) + ' '.repeat(spare))).toMatchObject(stays)
    expect(await outcomeOf(status(1000) + ' '.repeat(spare + 1))).toMatchObject(closes(1009, ''))
  })
})

describe('a peer that is gone', () => {
  it('is noticed when it answers no ping within the pong wait', async () => {
    const { server, clock, connect, partyOf } = testServer()
    const [ada, bo] = [await connect('ada'), await connect('bo')]
    await partyOf(ada, bo)
    bo.socket.answersPings = false
    await clock.advance(server.config.socket.pongWaitMs - 1)
    expect(bo.closed).toBeUndefined()
    await clock.advance(1)
    expect(bo.closed).toMatchObject({ code: 1000, reason: 'no pong within 25000 ms' })
    expect(ada.take()).toMatchObject([{ party_presence_event: { leaves: [{ username: 'bo' }] } }])
    expect(ada.closed).toBeUndefined()
  })

  it('is not one that answers pings, however silent', async () => {
    const { clock, connect } = testServer()
    const ada = await connect('ada')
    await clock.advance(600_000)
    expect(ada.closed).toBeUndefined()
  })
})

describe('a slow consumer', () => {
  it('is closed when its queue is full, and the others do not wait', async () => {
    const { server, clock, connect, partyOf } = testServer()
    const [ada, bo, cy] = [await connect('ada'), await connect('bo'), await connect('cy')]
    const partyId = await partyOf(ada, bo, cy)
    bo.socket.pauseReading()
    const size = server.config.socket.outgoingQueueSize
    for (let n = 0; n < size; n++) ada.send({ party_data_send: { party_id: partyId, op_code: n } })
    await clock.advance(0)
    expect(bo.closed).toBeUndefined()
    expect(cy.take()).toHaveLength(size)

    ada.send({ party_data_send: { party_id: partyId, op_code: size } })
    await clock.advance(0)
    expect(bo.closed).toMatchObject({ code: 1000, reason: 'session outgoing queue full' })
    expect(cy.take()).toMatchObject([
      { party_data: { op_code: String(size) } },
      { party_presence_event: { leaves: [{ username: 'bo' }] } },
    ])
  })
})
