import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adapters, Game, type Player, usersOf } from './game.fixture.ts'

const intervalMs = 3_000

describe.each(adapters)('the matchmaker, with nakama-js and its %s adapter', (_, adapter) => {
  let game: Game
  let ada: Player
  let bo: Player
  let cy: Player

  beforeEach(async () => {
    game = await Game.open({ matchmaker: { intervalSec: intervalMs / 1_000 } })
    ada = await game.enter('ada', adapter, false)
    bo = await game.enter('bo', adapter, false)
    cy = await game.enter('cy', adapter, false)
  })
  afterEach(() => game.close())

  it('brings together players whose values and ranges fit', async () => {
    const ranks = (from: number, to: number) =>
      `+properties.region:europe +properties.rank:>=${from} +properties.rank:<=${to}`
    const { ticket } = await ada.socket.addMatchmaker(ranks(5, 10), 2, 2, { region: 'europe' }, { rank: 8 })
    const other = await bo.socket.addMatchmaker(ranks(40, 50), 2, 2, { region: 'europe' }, { rank: 42 })
    await cy.socket.addMatchmaker(ranks(5, 10), 2, 2, { region: 'europe' }, { rank: 5 })
    await game.clock.advance(intervalMs)

    const [forAda, forCy] = [await ada.next('onmatchmakermatched'), await cy.next('onmatchmakermatched')]
    expect(forAda).toMatchObject({
      ticket,
      self: {
        presence: { user_id: ada.id },
        string_properties: { region: 'europe' },
        numeric_properties: { rank: 8 },
      },
    })
    expect(forAda.token).toBe(forCy.token)
    expect(usersOf(forAda.users.map((user) => user.presence)).sort()).toEqual([ada.id, cy.id].sort())
    await stillWaits(bo, other.ticket)
  })

  it('keeps apart players in different regions', async () => {
    const europe = await ada.socket.addMatchmaker('+properties.region:europe', 2, 2, { region: 'europe' })
    const asia = await bo.socket.addMatchmaker('+properties.region:asia', 2, 2, { region: 'asia' })
    await game.clock.advance(3 * intervalMs)
    await stillWaits(ada, europe.ticket)
    await stillWaits(bo, asia.ticket)
  })

  it('forgets a ticket that was removed, which can be done once', async () => {
    const { ticket } = await ada.socket.addMatchmaker('*', 2, 2)
    await ada.socket.removeMatchmaker(ticket)
    const alone = await bo.socket.addMatchmaker('*', 2, 2)
    await game.clock.advance(3 * intervalMs)
    await stillWaits(bo, alone.ticket)
    await expect(ada.socket.removeMatchmaker(ticket)).rejects.toMatchObject({
      code: 3,
      message: 'Matchmaker ticket not found',
    })
  })

  it('refuses counts that cannot be', async () => {
    await expect(ada.socket.addMatchmaker('*', 3, 2)).rejects.toMatchObject({
      code: 3,
      message: 'Invalid maximum count, must be >= minimum count',
    })
  })

  it('matches a party as a whole with a single player', async () => {
    const { party_id } = await ada.socket.createParty(true, 2)
    await bo.socket.joinParty(party_id)
    const query = '+properties.mode:trio'
    const { ticket } = await ada.socket.addMatchmakerParty(
      party_id,
      query,
      3,
      3,
      { mode: 'trio' },
      { rank: 4 },
    )
    expect(await bo.next('onpartymatchmakerticket')).toMatchObject({ party_id, ticket })

    await cy.socket.addMatchmaker(query, 3, 3, { mode: 'trio' })
    await game.clock.advance(intervalMs)
    for (const player of [ada, bo]) {
      const matched = await player.next('onmatchmakermatched')
      expect(matched).toMatchObject({ ticket, self: { party_id, presence: { user_id: player.id } } })
      expect(matched.users).toHaveLength(3)
    }
    expect((await cy.next('onmatchmakermatched')).self).toMatchObject({ presence: { user_id: cy.id } })
  })

  it('forgets the ticket of a party that its leader removes', async () => {
    const { party_id } = await ada.socket.createParty(true, 2)
    const { ticket } = await ada.socket.addMatchmakerParty(party_id, '*', 2, 2)
    await ada.socket.removeMatchmakerParty(party_id, ticket)
    const alone = await bo.socket.addMatchmaker('*', 2, 2)
    await game.clock.advance(3 * intervalMs)
    await stillWaits(bo, alone.ticket)
  })

  /** Only a ticket that found no match can be removed. */
  async function stillWaits(player: Player, ticket: string): Promise<void> {
    await player.socket.removeMatchmaker(ticket)
    expect(await player.unread()).toEqual([])
  }
})
