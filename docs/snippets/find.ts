import type { PartyClient, PartySocket } from '@party/client'
import type { PartyServer } from '@party/server'

export async function tell(
  leader: PartySocket,
  friend: PartySocket,
  leaderId: string,
) {
  // #region tell
  // The leader: the id of the party becomes the status.
  const party = await leader.createParty({ open: true, maxSize: 4 })
  await leader.updateStatus(JSON.stringify({ party: party.partyId }))
  // #endregion tell

  // #region read
  // A friend: follows the leader, and joins what the status names.
  const { presences } = await friend.followUsers([leaderId])
  const status = presences[0]?.status
  if (status)
    await friend.joinParty(JSON.parse(status).party, { wait: 'joined' })
  // #endregion read
  return party
}

export function watch(friend: PartySocket) {
  const invitations: string[] = []
  // #region watch
  friend.onStatusPresence(({ joins }) => {
    for (const { username, status } of joins) {
      if (status) invitations.push(`${username}: ${status}`)
    }
  })
  // #endregion watch
  return invitations
}

export async function list(socket: PartySocket) {
  // #region list
  const { parties, cursor } = await socket.listParties({
    open: true,
    query: '+label.mode:duo +label.region:eu',
    limit: 20,
  })
  for (const { partyId, maxSize, label } of parties)
    console.log(partyId, maxSize, label)
  // #endregion list
  return { parties, cursor }
}

export async function invite(
  server: PartyServer,
  userId: string,
  partyId: string,
) {
  // #region send
  // On the game's server: here @party/server, on a Nakama its runtime does the same.
  await server.notifications.send(userId, {
    subject: 'Ada asks you to play',
    content: { partyId },
    code: 1,
    persistent: true,
  })
  // #endregion send
}

export function receiveInvitations(socket: PartySocket) {
  // #region receive
  socket.onNotifications(async ({ notifications }) => {
    for (const { code, content } of notifications) {
      if (code === 1)
        await socket.joinParty(JSON.parse(content).partyId, {
          wait: 'joined',
        })
    }
  })
  // #endregion receive
}

export async function missed(client: PartyClient, socket: PartySocket) {
  const { session } = socket
  if (session === undefined) throw new Error('sign in first')
  // #region missed
  const { notifications } = await client.listNotifications(session, {
    limit: 100,
  })
  // #endregion missed
  return notifications
}
