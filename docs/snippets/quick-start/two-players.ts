// #region script
import { PartyClient } from '@party/client'
import { memoryHost, PartyServer } from '@party/server'

const server = new PartyServer()
const client = new PartyClient(memoryHost(server))

// Ada creates a closed party.
const ada = client.createSocket()
await ada.connect(await client.authenticateDevice('device-of-ada'))
const party = await ada.createParty({ open: false, maxSize: 4 })
party.on('joinRequest', async ({ presences }) => {
  for (const player of presences) await party.accept(player)
})

// Bo asks to join, and Ada lets him in.
const bo = client.createSocket()
await bo.connect(await client.authenticateDevice('device-of-bo'))
const same = await bo.joinParty(party.partyId, { wait: 'joined' })
console.log(`${same.members.length} players in the party`)

// They talk.
party.on('data', ({ data }) =>
  console.log('Bo says:', new TextDecoder().decode(data)),
)
await same.send(1, 'ready?')

ada.disconnect()
bo.disconnect()
await server.close()
// #endregion script
