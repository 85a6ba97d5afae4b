import { isDeepStrictEqual } from 'node:util'
import { type PartyClient, PartyError, type UserPresence } from '@party/client'
import { nameOf, Player } from './player.ts'
import type { Stage } from './stage.ts'

const chat = 1
const emote = 2

/** What each player has to see in a scene, in order; a player that is not named must see nothing. */
type Expected = Readonly<Record<string, readonly string[]>>

/** How the story went. */
export interface StorySummary {
  readonly scenes: number
  readonly events: number
}

/**
 * Plays the life of a party and checks every step of it: each player must see exactly what is expected, in that
 * order, and nothing else.
 *
 * Rejects with the first difference, or the first call that fails.
 */
export async function playStory(client: PartyClient, stage: Stage): Promise<StorySummary> {
  const suffix = crypto.randomUUID().slice(0, 8)
  const cast: Player[] = []
  let scenes = 0
  let events = 0

  /** Something happens, and everyone sees what there is to see. */
  async function scene<T>(
    player: Player,
    text: string,
    act: () => Promise<T>,
    expected: Expected,
  ): Promise<T> {
    stage.action(player.name, text)
    const result = await act()
    await Promise.all(cast.map((other) => other.hasSeen(expected[other.name]?.length ?? 0)))
    // A round trip on every line: whatever else was on its way has arrived now.
    await Promise.all(cast.map((other) => other.socket.ping()))
    for (const other of cast) {
      const seen = other.takeSeen()
      const wanted = expected[other.name] ?? []
      if (!isDeepStrictEqual(seen, wanted)) {
        throw new Error(`${other.name} saw ${JSON.stringify(seen)} and not ${JSON.stringify(wanted)}`)
      }
      for (const line of seen) stage.event(other.name, line)
      events += seen.length
    }
    scenes++
    return result
  }

  try {
    const enter = async (name: string): Promise<Player> => {
      const player = await Player.enter(client, name, suffix)
      cast.push(player)
      return player
    }
    const ada = await enter('Ada')
    const bo = await enter('Bo')
    const cy = await enter('Cy')
    const di = await enter('Di')

    stage.title('Ada creates a party')
    const { partyId } = await scene(
      ada,
      'creates a closed party for four',
      () => ada.socket.createParty({ open: false, maxSize: 4 }),
      { Ada: ['is in the party: Ada; Ada leads', 'Ada joined'] },
    )
    stage.note(`  Ada shares its id: ${partyId}`)

    stage.title('Three ask to join, two may')
    for (const player of [bo, cy, di]) {
      await scene(player, 'asks to join', () => player.socket.joinParty(partyId), {
        Ada: [`${player.name} asks to join`],
      })
    }
    const requests = await scene(ada, 'lists who waits', () => ada.socket.listPartyJoinRequests(partyId), {})
    check('the requests', requests.presences.map(nameOf), ['Bo', 'Cy', 'Di'])
    const waiting = (name: string): UserPresence => find(requests.presences, name)
    await scene(ada, 'accepts Bo', () => ada.socket.acceptPartyMember(partyId, waiting('Bo')), {
      Ada: ['Bo joined'],
      Bo: ['is in the party: Ada, Bo; Ada leads', 'Bo joined'],
    })
    await scene(ada, 'accepts Cy', () => ada.socket.acceptPartyMember(partyId, waiting('Cy')), {
      Ada: ['Cy joined'],
      Bo: ['Cy joined'],
      Cy: ['is in the party: Ada, Bo, Cy; Ada leads', 'Cy joined'],
    })
    await scene(
      ada,
      'rejects Di, who is not told',
      () => ada.socket.removePartyMember(partyId, waiting('Di')),
      {},
    )

    stage.title('They talk; nobody hears himself')
    await scene(bo, 'says "ready?"', () => bo.socket.sendPartyData(partyId, chat, 'ready?'), {
      Ada: [`Bo says (op code ${chat}) ready?`],
      Cy: [`Bo says (op code ${chat}) ready?`],
    })
    await scene(cy, 'waves', () => cy.socket.sendPartyData(partyId, emote, '👋'), {
      Ada: [`Cy says (op code ${emote}) 👋`],
      Bo: [`Cy says (op code ${emote}) 👋`],
    })
    const refusal = await scene(
      di,
      'tries to talk too',
      () => codeOf(di.socket.sendPartyData(partyId, chat, 'hi')),
      {},
    )
    check("Di's message", refusal, 'party_member_not_found')

    stage.title('The lead goes round')
    await scene(ada, 'leaves', () => ada.socket.leaveParty(partyId), {
      Bo: ['Bo leads now', 'Ada left'],
      Cy: ['Bo leads now', 'Ada left'],
    })
    const { presences } = await scene(
      di,
      'asks again',
      () => di.socket.joinParty(partyId).then(() => bo.socket.listPartyJoinRequests(partyId)),
      {
        Bo: ['Di asks to join'],
      },
    )
    const presenceOfDi = find(presences, 'Di')
    await scene(bo, 'accepts Di', () => bo.socket.acceptPartyMember(partyId, presenceOfDi), {
      Bo: ['Di joined'],
      Cy: ['Di joined'],
      Di: ['is in the party: Bo, Cy, Di; Bo leads', 'Di joined'],
    })
    await scene(bo, 'promotes Cy', () => bo.socket.promotePartyMember(partyId, waiting('Cy')), {
      Bo: ['Cy leads now'],
      Cy: ['Cy leads now'],
      Di: ['Cy leads now'],
    })

    stage.title('The end')
    await scene(cy, 'kicks Di', () => cy.socket.removePartyMember(partyId, presenceOfDi), {
      Bo: ['Di left'],
      Cy: ['Di left'],
      Di: ['the party is closed'],
    })
    await scene(cy, 'closes the party', () => cy.socket.closeParty(partyId), {
      Bo: ['the party is closed'],
      Cy: ['the party is closed'],
    })
    const gone = await scene(ada, 'comes back too late', () => codeOf(ada.socket.joinParty(partyId)), {})
    check("Ada's return", gone, 'party_not_found')
    return { scenes, events }
  } finally {
    await Promise.all(cast.map((player) => player.exit()))
  }
}

/** The code a call fails with. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'no error'
  } catch (error) {
    if (error instanceof PartyError) return error.code
    throw error
  }
}

function find(presences: readonly UserPresence[], name: string): UserPresence {
  const presence = presences.find((candidate) => nameOf(candidate) === name)
  if (presence === undefined) throw new Error(`${name} is not among ${presences.map(nameOf).join(', ')}`)
  return presence
}

function check(what: string, seen: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(seen, wanted)) {
    throw new Error(`${what}: ${JSON.stringify(seen)} and not ${JSON.stringify(wanted)}`)
  }
}
