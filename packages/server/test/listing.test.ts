import { describe, expect, it } from 'vitest'
import { type RawPlayer, type TestServer, testServer } from './raw-player.ts'

interface Listed {
  readonly parties?: readonly { readonly label: string; readonly party_id: string }[]
  readonly cursor?: string
}

async function list({ host, authenticate }: TestServer, query: Record<string, string> = {}) {
  const token = await authenticate('searcher')
  const response = await host.fetch(`http://memory/v2/party?${new URLSearchParams(query)}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return {
    status: response.status,
    body: (await response.json()) as Listed & { message?: string; code?: number },
  }
}

async function create({ clock }: TestServer, player: RawPlayer, party: object): Promise<void> {
  player.send({ party_create: { open: true, max_size: 4, ...party } })
  await clock.advance(0)
}

const labels = ({ body }: { body: Listed }) => body.parties?.map(({ label }) => JSON.parse(label)) ?? []

describe('the listing of parties', () => {
  it('shows a party a second after its creation', async () => {
    const world = testServer()
    await create(world, await world.connect('ada'), { label: '{"mode":"duo"}' })
    await world.clock.advance(999)
    expect((await list(world)).body).toEqual({})
    await world.clock.advance(1)
    expect((await list(world)).body).toMatchObject({
      parties: [{ label: '{"mode":"duo"}', open: true, max_size: 4 }],
    })
  })

  it('delays as it is configured to', async () => {
    const world = testServer({ config: { party: { labelUpdateIntervalMs: 50 } } })
    await create(world, await world.connect('ada'), {})
    await world.clock.advance(50)
    expect(labels(await list(world))).toEqual([{}])
  })

  it('follows updates, and forgets a party with its last member', async () => {
    const world = testServer()
    const ada = await world.connect('ada')
    await create(world, ada, { label: '{"mode":"duo"}' })
    const [{ party }] = ada.take() as [{ party: { party_id: string } }]
    ada.send({ party_update: { party_id: party.party_id, open: false, label: '{"mode":"solo"}' } })
    await world.clock.advance(1000)
    expect((await list(world, { open: 'false' })).body.parties).toMatchObject([{ label: '{"mode":"solo"}' }])
    expect((await list(world, { open: 'true' })).body).toEqual({})
    ada.send({ party_leave: { party_id: party.party_id } })
    await world.clock.advance(1000)
    expect((await list(world)).body).toEqual({})
    expect(world.clock.pending).toBe(2)
  })

  it('finds by label, and never shows hidden parties', async () => {
    const world = testServer()
    const ada = await world.connect('ada')
    for (const rank of [1, 5, 9]) await create(world, ada, { label: `{"mode":"duo","rank":${rank}}` })
    await create(world, ada, { label: '{"mode":"duo","rank":7}', hidden: true })
    await create(world, ada, { label: '{"mode":"squad","rank":7}' })
    await world.clock.advance(1000)
    const found = await list(world, { query: '+label.mode:duo +label.rank:>=5' })
    expect(labels(found)).toEqual([
      { mode: 'duo', rank: 5 },
      { mode: 'duo', rank: 9 },
    ])
  })

  it('comes in pages whose cursor is bound to its query', async () => {
    const world = testServer()
    const ada = await world.connect('ada')
    for (let n = 0; n < 5; n++) await create(world, ada, { label: `{"n":${n}}` })
    await world.clock.advance(1000)
    const seen: unknown[] = []
    let cursor = ''
    for (let page = 0; page < 3; page++) {
      const found = await list(world, { limit: '2', ...(cursor === '' ? {} : { cursor }) })
      seen.push(...labels(found))
      cursor = found.body.cursor ?? ''
    }
    expect(seen).toEqual([0, 1, 2, 3, 4].map((n) => ({ n })))
    expect(cursor).toBe('')
    const first = await list(world, { limit: '2' })
    const stolen = await list(world, { limit: '2', query: '+label.n:1', cursor: first.body.cursor ?? '' })
    expect(stolen).toEqual({ status: 500, body: { code: 13, message: 'Error listing matches.' } })
  })

  it.each([
    [{ limit: '0' }, 400, 'Invalid limit - limit must be between 1 and 100.'],
    [{ limit: '101' }, 400, 'Invalid limit - limit must be between 1 and 100.'],
    [{ cursor: 'damaged' }, 500, 'Error listing matches.'],
    [{ query: '+label.x:' }, 500, 'Error listing matches.'],
  ])('refuses %j', async (query, status, message) => {
    expect(await list(testServer(), query)).toMatchObject({ status, body: { message } })
  })
})
