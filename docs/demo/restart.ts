import { type Cast, nameOf, type Player } from './player.ts'
import { check, type Scenes } from './scenes.ts'
import type { Stage } from './stage.ts'
import type { MortalServer } from './story.ts'

/** What is not a player, and acts all the same. */
const host = { name: 'Host' }

/**
 * Act Two: the server is killed in the middle of a party and started again. Parties live in its memory, so this one
 * is gone; sessions and who follows whom are brought back by the SDK, and by those the players find each other.
 */
export async function playRestart(
  cast: Cast,
  scenes: Scenes,
  stage: Stage,
  server: MortalServer,
): Promise<void> {
  const { ada } = cast
  const others = [cast.bo, cast.cy, cast.di]

  stage.title('Act Two: Ada creates an open party, and everyone comes')
  const { partyId } = await create(ada, scenes, 'creates an open party for four')
  for (const player of others) {
    await scenes.play(player, 'follows Ada', () => follow(player, ada), {})
  }
  await join(others, partyId, scenes, ada)

  stage.title('The server is killed')
  const lost = ['is disconnected: connection lost; it will be back']
  await scenes.play(host, 'is killed in the middle of it', () => server.kill(), {
    Ada: lost,
    Bo: lost,
    Cy: lost,
    Di: lost,
  })
  check('the party meanwhile', rosterOf(ada), { members: ['Ada', 'Bo', 'Cy', 'Di'], stale: true })
  const gone = 'comes back: the party is gone'
  const back = ['is connected again', 'follows again whom it followed', gone]
  await scenes.play(host, 'is started again, and knows nothing of any party', () => server.start(), {
    Ada: ['is connected again', gone],
    Bo: back,
    Cy: back,
    Di: back,
  })

  stage.title('They find each other again')
  const again = await create(ada, scenes, 'creates the party anew')
  const shown = [`Ada shows: ${again.partyId}`]
  await scenes.play(
    ada,
    'shows its id as her status, to whom follows her',
    () => ada.socket.updateStatus(again.partyId),
    { Ada: shown, Bo: shown, Cy: shown, Di: shown },
  )
  await join(others, again.partyId, scenes, ada)
  for (const player of [ada, ...others]) {
    check(`the party of ${player.name}`, rosterOf(player), {
      members: ['Ada', 'Bo', 'Cy', 'Di'],
      stale: false,
    })
  }
  stage.note('  All four are together again.')
}

function create(player: Player, scenes: Scenes, text: string) {
  const { name, socket } = player
  return scenes.play(player, text, () => socket.createParty({ open: true, maxSize: 4 }), {
    [name]: [`is in the party: ${name}; ${name} leads`, `${name} joined`],
  })
}

async function follow(player: Player, whom: Player): Promise<void> {
  await player.socket.followUsers([whom.socket.session?.userId ?? ''])
}

/** They join one after the other. */
async function join(
  players: readonly Player[],
  partyId: string,
  scenes: Scenes,
  leader: Player,
): Promise<void> {
  const members = [leader]
  for (const player of players) {
    const { name } = player
    const before = [...members]
    members.push(player)
    const names = members.map((member) => member.name).join(', ')
    await scenes.play(player, 'joins', () => player.socket.joinParty(partyId), {
      ...Object.fromEntries(before.map((member) => [member.name, [`${name} joined`]])),
      [name]: [`is in the party: ${names}; ${leader.name} leads`, `${name} joined`],
    })
  }
}

/** The party that a player is in, as the player's own SDK has it. */
function rosterOf({ socket }: Player): { members: string[]; stale: boolean } {
  const [party] = socket.parties
  return { members: party?.members.map(nameOf) ?? [], stale: party?.stale ?? true }
}
