import type { LiveParty } from '@party/client'

export async function promote(party: LiveParty, name: string) {
  // #region promote
  const member = party.members.find(({ username }) => username === name)
  if (member && party.isLeader) {
    await party.promote(member)
    console.log(party.leader.username, 'leads now')
  }
  // #endregion promote
}
