import type { ConnectionState, LiveParty, PartySnapshot, PartySocket } from '@party/client'
import { useCallback, useSyncExternalStore } from 'react'

/** The party that the player is in, if there is one. */
export function useCurrentParty({ parties }: PartySocket): LiveParty | undefined {
  return useSyncExternalStore(parties.subscribe, parties.getSnapshot)[0]
}

/** A party as it is now: members, leader, who asks to join. */
export function useParty(party: LiveParty): PartySnapshot {
  return useSyncExternalStore(party.subscribe, party.getSnapshot)
}

/** Whether the player is connected. */
export function useConnection(socket: PartySocket): ConnectionState {
  const subscribe = useCallback((changed: () => void) => socket.onTransition(changed), [socket])
  return useSyncExternalStore(subscribe, () => socket.state)
}
