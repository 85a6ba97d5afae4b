import type { TestEnvironment } from '../src/index.ts'

/**
 * Four friends look for a match, and lose their leader on the way: what a game's own test might be. The server's default
 * interval of 15 seconds applies.
 *
 * @returns who was matched, by name
 */
export async function fourPlayers(env: TestEnvironment): Promise<string[]> {
  const ada = await env.player('ada')
  const others = [await env.player('ben'), await env.player('cleo')]
  const dan = await env.player('dan')
  const [ben, cleo] = others
  if (ben === undefined || cleo === undefined) throw new Error('somebody is missing')

  // Ada leads a closed party of three, and lets the others in.
  const { partyId } = await ada.createParty({ open: false, maxSize: 3 })
  for (const player of others) {
    await player.joinParty(partyId)
    const { presences } = await env.waitFor(ada, 'partyJoinRequest')
    for (const presence of presences) await ada.acceptPartyMember(partyId, presence)
    await env.waitFor(player, 'party')
  }
  await ada.addMatchmakerParty(partyId, { minCount: 4, maxCount: 4 })
  await env.waitFor(cleo, 'partyMatchmakerTicket')

  // Ten seconds later Ada's line breaks, and with her goes the ticket. Ben leads now.
  await env.clock.advance(10_000)
  env.faults.drop({ player: 'ada' })
  await env.waitFor(cleo, 'partyLeader', ({ presence }) => presence.username === 'ben')
  await env.waitFor(ben, 'partyPresence', ({ leaves }) => leaves.length > 0)

  // Ada's client connects again by itself within three seconds, and asks to be let in again.
  await env.clock.advance(3_000)
  const { presences } = await env.waitFor(ben, 'partyJoinRequest')
  for (const presence of presences) await ben.acceptPartyMember(partyId, presence)
  await env.waitFor(ada, 'partyRejoin', ({ outcome }) => outcome === 'rejoined')
  await ben.addMatchmakerParty(partyId, { minCount: 4, maxCount: 4 })

  // The pass after 15 seconds finds nobody; dan comes in time for the next.
  await env.clock.advance(2_000)
  await dan.addMatchmaker({ minCount: 4, maxCount: 4 })
  const matched = await env.waitFor(dan, 'matchmakerMatched', undefined, { timeoutMs: 15_000 })
  for (const player of [ada, ben, cleo]) {
    const { token } = await env.waitFor(player, 'matchmakerMatched')
    if (token !== matched.token) throw new Error('they were matched apart')
  }
  return matched.users.map(({ presence }) => presence.username).sort()
}
