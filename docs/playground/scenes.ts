import type { Action, Argument, Verb } from './actions.ts'

/** Something to watch instead of doing it oneself. */
export interface Scene {
  readonly title: string
  readonly actions: readonly Action[]
}

const [ada, bo, cy, di] = [0, 1, 2, 3] as const

const step = (player: number, verb: Verb, ...args: readonly Argument[]): Action => ({ verb, player, args })

/** Ada creates a closed party for four; two ask and come in. */
const closedParty: readonly Action[] = [
  step(ada, 'create', false, 4, ''),
  step(bo, 'join', 0),
  step(ada, 'accept', 0, bo),
  step(cy, 'join', 0),
  step(ada, 'accept', 0, cy),
]

export const scenes: readonly Scene[] = [
  {
    title: 'A closed party',
    actions: [
      ...closedParty,
      step(di, 'join', 0),
      step(ada, 'reject', 0, di),
      step(bo, 'say', 0, 1, 'ready?'),
      step(cy, 'say', 0, 1, 'go!'),
    ],
  },
  {
    title: 'The leader leaves',
    actions: [...closedParty, step(ada, 'leave', 0), step(di, 'join', 0), step(bo, 'accept', 0, di)],
  },
  {
    title: 'Matchmaking',
    actions: [
      ...closedParty,
      step(ada, 'match', 0, 4),
      step(ada, 'advance', 5_000),
      step(di, 'matchAlone', 4),
      step(ada, 'advance', 15_000),
    ],
  },
  {
    title: 'A line breaks',
    actions: [
      ...closedParty,
      step(ada, 'drop'),
      step(bo, 'say', 0, 1, 'where is Ada?'),
      step(ada, 'advance', 5_000),
      step(bo, 'accept', 0, ada),
    ],
  },
]

/** What plays on the front page, over and over: each step with what one would write. */
export const opening: readonly { readonly action: Action; readonly code: string }[] = [
  { action: step(ada, 'create', false, 4, ''), code: 'ada.createParty({ open: false, maxSize: 4 })' },
  { action: step(bo, 'join', 0), code: 'bo.joinParty(party.partyId)' },
  { action: step(ada, 'accept', 0, bo), code: 'ada.acceptPartyMember(party.partyId, bo)' },
  { action: step(cy, 'join', 0), code: 'cy.joinParty(party.partyId)' },
  { action: step(ada, 'accept', 0, cy), code: 'ada.acceptPartyMember(party.partyId, cy)' },
  { action: step(bo, 'say', 0, 1, 'ready?'), code: "bo.sendPartyData(party.partyId, 1, 'ready?')" },
  { action: step(ada, 'leave', 0), code: 'ada.leaveParty(party.partyId)' },
  { action: step(di, 'join', 0), code: 'di.joinParty(party.partyId)' },
  { action: step(bo, 'accept', 0, di), code: 'bo.acceptPartyMember(party.partyId, di)' },
  { action: step(bo, 'promote', 0, di), code: 'bo.promotePartyMember(party.partyId, di)' },
  { action: step(di, 'close', 0), code: 'di.closeParty(party.partyId)' },
]
