import type { LiveParty, MatchmakingEnd, PartyEnd, PartySocket } from '@party/client'

/** What live parties have told of what is over. */
export interface Past {
  readonly ended: readonly { readonly partyId: string; readonly cause: PartyEnd }[]
  readonly cancelled: readonly {
    readonly partyId: string
    readonly ticket: string
    readonly cause: MatchmakingEnd
  }[]
}

/** Keeps it, for every party that the player enters. */
export function keepPast({ parties }: PartySocket): Past {
  const ended: Past['ended'][number][] = []
  const cancelled: Past['cancelled'][number][] = []
  const known = new WeakSet<LiveParty>()
  parties.subscribe(() => {
    for (const party of parties) {
      if (known.has(party)) continue
      known.add(party)
      const { partyId } = party
      party.on('end', ({ cause }) => ended.push({ partyId, cause }))
      party.on('matchmakingCancelled', ({ ticket, cause }) => cancelled.push({ partyId, ticket, cause }))
    }
  })
  return { ended, cancelled }
}
