import { type PartyClient, PartyError, type UserPresence } from '@party/client'
import { type Cast, nameOf, Player } from './player.ts'
import { playRestart } from './restart.ts'
import { check, Scenes } from './scenes.ts'
import type { Stage } from './stage.ts'

const chat = 1
const emote = 2

/** How the story went. */
export interface StorySummary {
  readonly scenes: number
  readonly events: number
}

/** A server that the story may kill. */
export interface MortalServer {
  kill(): Promise<void>
  start(): Promise<void>
}

/**
 * Plays the life of a party, and then how it finds itself again after its server was killed, and checks every step
 * of it: each player must see exactly what is expected, in that order, and nothing else.
 *
 * Rejects with the first difference, or the first call that fails.
 *
 * @param server undefined: it is not ours, and the second act is left out.
 */
export async function playStory(
  client: PartyClient,
  stage: Stage,
  server: MortalServer | undefined,
): Promise<StorySummary> {
  const suffix = crypto.randomUUID().slice(0, 8)
  const scenes = new Scenes(stage)
  try {
    const enter = async (name: string): Promise<Player> => {
      const player = await Player.enter(client, name, suffix)
      scenes.cast.push(player)
      return player
    }
    const cast = {
      ada: await enter('Ada'),
      bo: await enter('Bo'),
      cy: await enter('Cy'),
      di: await enter('Di'),
    }
    await playLife(cast, scenes, stage)
    if (server) await playRestart(cast, scenes, stage, server)
    else stage.note('\nAct Two is left out: in it the server is killed, and this one is not ours.')
    return { scenes: scenes.count, events: scenes.events }
  } finally {
    await Promise.all(scenes.cast.map((player) => player.exit()))
  }
}

/** Act One: the life of a party, from its creation to its end. */
async function playLife({ ada, bo, cy, di }: Cast, scenes: Scenes, stage: Stage): Promise<void> {
  stage.title('Act One: Ada creates a party')
  const { partyId } = await scenes.play(
    ada,
    'creates a closed party for four',
    () => ada.socket.createParty({ open: false, maxSize: 4 }),
    { Ada: ['is in the party: Ada; Ada leads', 'Ada joined'] },
  )
  stage.note(`  Ada shares its id: ${partyId}`)

  stage.title('Three ask to join, two may')
  for (const player of [bo, cy, di]) {
    await scenes.play(player, 'asks to join', () => player.socket.joinParty(partyId), {
      Ada: [`${player.name} asks to join`],
    })
  }
  const requests = await scenes.play(
    ada,
    'lists who waits',
    () => ada.socket.listPartyJoinRequests(partyId),
    {},
  )
  check('the requests', requests.presences.map(nameOf), ['Bo', 'Cy', 'Di'])
  const waiting = (name: string): UserPresence => find(requests.presences, name)
  await scenes.play(ada, 'accepts Bo', () => ada.socket.acceptPartyMember(partyId, waiting('Bo')), {
    Ada: ['Bo joined'],
    Bo: ['is in the party: Ada, Bo; Ada leads', 'Bo joined'],
  })
  await scenes.play(ada, 'accepts Cy', () => ada.socket.acceptPartyMember(partyId, waiting('Cy')), {
    Ada: ['Cy joined'],
    Bo: ['Cy joined'],
    Cy: ['is in the party: Ada, Bo, Cy; Ada leads', 'Cy joined'],
  })
  await scenes.play(
    ada,
    'rejects Di, who is not told',
    () => ada.socket.removePartyMember(partyId, waiting('Di')),
    {},
  )

  stage.title('They talk; nobody hears himself')
  await scenes.play(bo, 'says "ready?"', () => bo.socket.sendPartyData(partyId, chat, 'ready?'), {
    Ada: [`Bo says (op code ${chat}) ready?`],
    Cy: [`Bo says (op code ${chat}) ready?`],
  })
  await scenes.play(cy, 'waves', () => cy.socket.sendPartyData(partyId, emote, '👋'), {
    Ada: [`Cy says (op code ${emote}) 👋`],
    Bo: [`Cy says (op code ${emote}) 👋`],
  })
  const refusal = await scenes.play(
    di,
    'tries to talk too',
    () => codeOf(di.socket.sendPartyData(partyId, chat, 'hi')),
    {},
  )
  check("Di's message", refusal, 'party_member_not_found')

  stage.title('The lead goes round')
  await scenes.play(ada, 'leaves', () => ada.socket.leaveParty(partyId), {
    Bo: ['Bo leads now', 'Ada left'],
    Cy: ['Bo leads now', 'Ada left'],
  })
  const { presences } = await scenes.play(
    di,
    'asks again',
    () => di.socket.joinParty(partyId).then(() => bo.socket.listPartyJoinRequests(partyId)),
    {
      Bo: ['Di asks to join'],
    },
  )
  const presenceOfDi = find(presences, 'Di')
  await scenes.play(bo, 'accepts Di', () => bo.socket.acceptPartyMember(partyId, presenceOfDi), {
    Bo: ['Di joined'],
    Cy: ['Di joined'],
    Di: ['is in the party: Bo, Cy, Di; Bo leads', 'Di joined'],
  })
  await scenes.play(bo, 'promotes Cy', () => bo.socket.promotePartyMember(partyId, waiting('Cy')), {
    Bo: ['Cy leads now'],
    Cy: ['Cy leads now'],
    Di: ['Cy leads now'],
  })

  stage.title('The end')
  await scenes.play(cy, 'kicks Di', () => cy.socket.removePartyMember(partyId, presenceOfDi), {
    Bo: ['Di left'],
    Cy: ['Di left'],
    Di: ['the party is closed'],
  })
  await scenes.play(cy, 'closes the party', () => cy.socket.closeParty(partyId), {
    Bo: ['the party is closed'],
    Cy: ['the party is closed'],
  })
  const gone = await scenes.play(ada, 'comes back too late', () => codeOf(ada.socket.joinParty(partyId)), {})
  check("Ada's return", gone, 'party_not_found')
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
