import type { LiveParty } from '@party/client'

export async function leave(party: LiveParty) {
  // #region leave
  await party.leave()
  console.log(party.ended) // 'left'
  // #endregion leave
}

export function watch(party: LiveParty) {
  const lines: string[] = []
  // #region watch
  party.on('leader', ({ leader, previous }) => {
    lines.push(`${previous.username} led, now ${leader.username} does`)
    if (party.isLeader) lines.push('that is me')
  })
  party.on('presence', ({ joins, leaves }) => {
    for (const { username } of joins) lines.push(`${username} came`)
    for (const { username } of leaves) lines.push(`${username} went`)
  })
  // #endregion watch
  return lines
}
