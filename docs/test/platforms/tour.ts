import { decodeJson, decodeText, PartyClient, type PartyClientOptions, PartyError } from '@party/client'

// What a game does with the SDK, from signing in to the end of a party, each step checked. It uses nothing but
// `@party/client` and what every platform has, so that it runs in browsers, workers, Node, Deno and Bun, and against
// any server that keeps Nakama's rules.

/** The steps that were taken, in order. Rejects with the first that went otherwise. */
export async function tour(options: PartyClientOptions): Promise<string[]> {
  const steps: string[] = []
  const client = new PartyClient(options)
  const suffix = crypto.randomUUID().slice(0, 8)
  const patience = { timeoutMs: 15_000 }

  const sessionOf = (name: string) =>
    client.authenticateDevice(`device-of-${name}-${suffix}`, { username: `${name}-${suffix}` })

  steps.push('sign in')
  const adaSession = await sessionOf('ada')
  const boSession = await sessionOf('bo')
  same([adaSession.created, adaSession.username], [true, `ada-${suffix}`])
  same((await sessionOf('ada')).created, false)

  steps.push('refresh a session')
  const { token } = adaSession
  await client.refreshSession(adaSession, { level: '3' })
  same([adaSession.token !== token, adaSession.vars], [true, { level: '3' }])

  steps.push('be refused for a token')
  const stranger = client.createSocket()
  const forged = await sessionOf('eve')
  forged.update(forge(forged.token), forge(forged.refreshToken))
  same(await codeOf(stranger.connect(forged)), 'unauthenticated')

  const ada = client.createSocket()
  const bo = client.createSocket()
  const ends: string[] = []
  ada.onDisconnect(({ code }) => ends.push(code))
  try {
    steps.push('connect')
    await Promise.all([ada.connect(adaSession), bo.connect(boSession)])
    same([ada.state, bo.state, await ada.ping(), ends].length, 4)

    steps.push('create a party')
    const partyEvent = ada.once('party', patience)
    const party = await ada.createParty({ open: false, maxSize: 3, label: '{"mode":"duo"}' })
    const { partyId } = party
    same((await partyEvent).partyId, partyId)
    same(
      [party.label, party.open, party.maxSize, party.leader.userId],
      ['{"mode":"duo"}', false, 3, adaSession.userId],
    )

    steps.push('ask to join, and be let in')
    const request = ada.once('partyJoinRequest', patience)
    const entered = bo.once('party', patience)
    await bo.joinParty(partyId)
    const [asking] = (await request).presences
    if (!asking) throw new Error('nobody asks')
    same(asking.userId, boSession.userId)
    same((await ada.listPartyJoinRequests(partyId)).presences.length, 1)
    const joined = ada.once('partyPresence', { ...patience, where: ({ joins }) => has(joins, asking.userId) })
    await ada.acceptPartyMember(partyId, asking)
    same((await entered).presences.map(({ userId }) => userId).sort(), [
      ...[adaSession.userId, boSession.userId].sort(),
    ])
    await joined

    steps.push('send text, JSON and bytes')
    const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const messages: [number | bigint, string | Uint8Array][] = [
      [0, 'op code 0'],
      [1, 'ünïcödé 名前 🎈'],
      [2, ''],
      [3, everyByte],
      [4, everyByte.subarray(3, 9)],
      [2n ** 62n, 'a large op code'],
    ]
    for (const [opCode, data] of messages) {
      const arrival = bo.once('partyData', patience)
      await ada.sendPartyData(partyId, opCode, data)
      const received = await arrival
      same([received.opCode, received.presence.userId], [opCode, adaSession.userId])
      if (typeof data === 'string') same(decodeText(received.data), data)
      else same(received.data, data)
    }
    const json = bo.once('partyData', patience)
    await ada.sendPartyJson(partyId, 5, { x: [1, null, 'ü'] })
    same(decodeJson((await json).data), { x: [1, null, 'ü'] })

    steps.push('be refused what only the leader may')
    same(await codeOf(bo.updateParty(partyId, { open: true })), 'party_leader_only')
    same(await codeOf(bo.addMatchmakerParty(partyId)), 'party_leader_only')

    steps.push('be refused before anything is sent')
    same(await codeOf(ada.createParty({ open: true, maxSize: 300 })), 'invalid_argument')
    same(await codeOf(ada.createParty({ open: true, maxSize: 2, label: '[]' })), 'invalid_argument')
    same(await codeOf(ada.sendPartyData(partyId, 1, 'x'.repeat(5000))), 'message_too_large')
    same(await codeOf(ada.ping({ signal: AbortSignal.abort() })), 'aborted')

    steps.push('change the party')
    const update = bo.once('partyUpdate', patience)
    await ada.updateParty(partyId, { open: true, label: '{"mode":"trio"}' })
    same((await update).label, '{"mode":"trio"}')

    steps.push('look for a match')
    const ticketEvent = bo.once('partyMatchmakerTicket', patience)
    const { ticket } = await ada.addMatchmakerParty(partyId, {
      minCount: 2,
      maxCount: 4,
      countMultiple: 2,
      query: `+properties.nobody:${suffix}`,
      stringProperties: { region: 'eu' },
      numericProperties: { rank: 3.5 },
    })
    same((await ticketEvent).ticket, ticket)
    await ada.removeMatchmakerParty(partyId, ticket)
    const solo = await ada.addMatchmaker({ query: `+properties.nobody:${suffix}` })
    await ada.removeMatchmaker(solo.ticket)
    same(await codeOf(ada.removeMatchmaker(solo.ticket)), 'matchmaker_ticket_not_found')

    steps.push('hand over the party')
    const leader = bo.once('partyLeader', patience)
    await ada.promotePartyMember(partyId, asking)
    same((await leader).presence.userId, boSession.userId)

    steps.push('follow a status')
    await ada.followUsers([boSession.userId])
    const online = ada.once('statusPresence', {
      ...patience,
      where: ({ joins }) => has(joins, boSession.userId),
    })
    await bo.updateStatus('in a party')
    same((await online).joins.find(({ userId }) => userId === boSession.userId)?.status, 'in a party')
    await ada.unfollowUsers([boSession.userId])

    steps.push('find out what is not there')
    same(await codeOf(ada.joinParty(partyId.replace(/^[^.]+/, crypto.randomUUID()))), 'party_not_found')
    same(await codeOf(ada.rpc(`nothing-${suffix}`)), 'rpc_not_found')
    same((await client.listNotifications(adaSession)).notifications, [])

    steps.push('be removed, and leave')
    const closed = ada.once('partyClose', patience)
    await bo.removePartyMember(partyId, party.self)
    same((await closed).partyId, partyId)
    await bo.leaveParty(partyId)

    steps.push('close a party')
    const second = await ada.createParty(true, 2)
    const closing = ada.once('partyClose', patience)
    await ada.closeParty(second.partyId)
    same((await closing).partyId, second.partyId)

    steps.push('log out')
    await client.logout(boSession)
  } finally {
    ada.disconnect()
    ada.disconnect()
    bo.disconnect()
  }

  steps.push('disconnect')
  same([ada.state, ends], ['closed', ['disconnect_called']])
  same(await codeOf(ada.ping()), 'not_connected')
  return steps
}

/** The code with which a call ends. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    return `no error, but ${shown(await call)}`
  } catch (error) {
    return PartyError.is(error) ? error.code : String(error)
  }
}

function has(presences: readonly { readonly userId: string }[], wanted: string): boolean {
  return presences.some(({ userId }) => userId === wanted)
}

/** A token whose signature is not right. */
function forge(token: string): string {
  return token.replace(/\.[^.]*$/, '.c2lnbmF0dXJl')
}

function same(actual: unknown, expected: unknown): void {
  if (shown(actual) !== shown(expected)) throw new Error(`expected ${shown(expected)}, got ${shown(actual)}`)
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (typeof part === 'bigint') return String(part)
    return part instanceof Uint8Array ? [...part] : part
  })
}
