import type { LiveParty } from '@party/client'

export async function update(party: LiveParty) {
  // #region update
  await party.update({ open: true })
  await party.update({ label: JSON.stringify({ mode: 'squad' }) })
  // #endregion update
}

export async function remove(party: LiveParty, name: string) {
  // #region remove
  const member = party.members.find(({ username }) => username === name)
  if (member) await party.remove(member)
  // #endregion remove
}

export async function close(party: LiveParty) {
  // #region close
  await party.close()
  // #endregion close
}

export function ending(party: LiveParty) {
  const lines: string[] = []
  // #region ending
  party.on('end', ({ cause }) => {
    const words = {
      left: 'You left.',
      kicked: 'The leader removed you.',
      closed: 'The party is over.',
      disconnected: 'The connection was lost.',
    }
    lines.push(words[cause])
  })
  // #endregion ending
  return lines
}
