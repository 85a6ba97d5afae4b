import {
  decodeText,
  definePartyMessage,
  type LiveParty,
  type PartySocket,
} from '@party/client'

// #region define
export const Chat = definePartyMessage(1, 'text')
export const Cursor = definePartyMessage<{ x: number; y: number }>(2)
export const Snapshot = definePartyMessage(3, 'bytes')
// #endregion define

export async function talk(party: LiveParty) {
  // #region send
  await party.send(Chat, 'ready? 👋')
  await party.send(Cursor, { x: 3, y: 4 })
  await party.send(Snapshot, new Uint8Array([0, 128, 255]))
  // #endregion send
}

export function listen(party: LiveParty) {
  const heard: string[] = []
  // #region listen
  party.on(Chat, ({ presence, data }) =>
    heard.push(`${presence.username}: ${data}`),
  )
  party.on(Cursor, ({ presence, data }) =>
    heard.push(`${presence.username} is at ${data.x}`),
  )
  party.on(Snapshot, ({ data }) => heard.push(`${data.length} bytes`))
  // #endregion listen
  return heard
}

export async function echo(party: LiveParty) {
  const shown: string[] = []
  // #region echo
  party.on(Chat, ({ data, own }) => shown.push(own ? `me: ${data}` : data))
  await party.send(Chat, 'shown to me too', { echo: true })
  // #endregion echo
  return shown
}

export async function raw(
  sender: PartySocket,
  receiver: PartySocket,
  partyId: string,
) {
  const heard: string[] = []
  // #region raw
  receiver.onPartyData(({ opCode, data, presence }) => {
    heard.push(`${presence.username} (${opCode}): ${decodeText(data)}`)
  })
  await sender.sendPartyData(partyId, 1, 'hello')
  // #endregion raw
  return heard
}
