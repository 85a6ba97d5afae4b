import type { Link, LinkListener, OpenLink } from '../../src/adapter/link.ts'
import type { Command, EventMessage, ProgramMessage, Reply } from '../../src/adapter/messages.ts'

type Call = Command & { readonly type: 'call' }

/** What is wrong with a client: what it makes of commands, of its own answers, and of what it should tell. */
export interface ClientMutation {
  readonly name: string
  /** Cases of which at least one has to fail. */
  readonly caughtBy: string
  /** Another command in place of one, or none at all. */
  onCall?(call: Call): Call | undefined
  /** Another reply in place of one, or none at all. */
  onReply?(reply: Reply, call: Call): ProgramMessage | undefined
  /** Other events in place of one. Their numbers are put right afterwards. */
  onEvent?(event: EventMessage): readonly EventMessage[]
}

/** A client with a fault, around one without. */
export function broken(mutation: ClientMutation): (open: OpenLink) => OpenLink {
  return (open) => async (listener) => {
    const calls = new Map<number, Call>()
    const numbers = new Map<string, number>()
    const tell = (event: EventMessage): void => {
      const seq = (numbers.get(event.actor) ?? 0) + 1
      numbers.set(event.actor, seq)
      listener.onMessage({ ...event, seq })
    }
    const through: LinkListener = {
      onEnd: (reason) => listener.onEnd(reason),
      onMessage: (value) => {
        const message = value as ProgramMessage
        if (message.type === 'event') {
          for (const event of mutation.onEvent?.(message) ?? [message]) tell(event)
          return
        }
        const call = message.type === 'hello' ? undefined : calls.get(message.id)
        if (message.type === 'hello' || call === undefined || mutation.onReply === undefined) {
          return listener.onMessage(message)
        }
        const reply = mutation.onReply(message, call)
        if (reply !== undefined) listener.onMessage(reply)
      },
    }
    const link = await open(through)
    return {
      close: () => link.close(),
      send: (value) => {
        const command = value as Command
        if (command.type !== 'call') return link.send(command)
        calls.set(command.id, command)
        const sent = mutation.onCall === undefined ? command : mutation.onCall(command)
        if (sent !== undefined) link.send(sent)
      },
    } satisfies Link
  }
}

/** Changes the arguments of an operation. */
function withArguments(operation: string, change: (args: Call['arguments']) => Call['arguments']) {
  return (call: Call): Call =>
    call.operation === operation ? { ...call, arguments: change(call.arguments) } : call
}

/** Changes what an event carries. */
function withValue(name: string, change: (value: EventMessage['value']) => EventMessage['value']) {
  return (event: EventMessage): EventMessage[] => [
    event.name === name ? { ...event, value: change(event.value) } : event,
  ]
}

function without(name: string) {
  return (event: EventMessage): EventMessage[] => (event.name === name ? [] : [event])
}

/** Keeps an event back until the same actor has heard another. */
function late(name: string) {
  const held = new Map<string, EventMessage>()
  return (event: EventMessage): EventMessage[] => {
    const before = held.get(event.actor)
    held.delete(event.actor)
    if (event.name !== name) return before === undefined ? [event] : [event, before]
    held.set(event.actor, event)
    return before === undefined ? [] : [before]
  }
}

export const clientMutations: readonly ClientMutation[] = [
  { name: 'tells of a new leader after who left', caughtBy: 'rotation/*', onEvent: late('partyLeader') },
  { name: 'does not tell of a new leader', caughtBy: 'promote/*', onEvent: without('partyLeader') },
  {
    name: 'tells everything twice',
    caughtBy: 'join/open-party',
    onEvent: (event) => [event, event],
  },
  {
    name: 'forgets the label',
    caughtBy: 'create/with-label',
    onCall: withArguments('createParty', ({ label: _, ...rest }) => rest),
  },
  {
    name: 'makes parties one larger than asked for',
    caughtBy: 'create/*',
    onCall: withArguments('createParty', ({ maxSize, ...rest }) => ({
      ...rest,
      maxSize: Number(maxSize) + 1,
    })),
  },
  {
    name: 'has one code for all errors',
    caughtBy: 'errors/*',
    onReply: (reply) => (reply.type === 'error' ? { ...reply, code: 'invalid_input' } : reply),
  },
  {
    name: 'swallows errors',
    caughtBy: 'join/full',
    onReply: (reply) => (reply.type === 'error' ? { type: 'result', id: reply.id } : reply),
  },
  {
    name: 'never ends a call',
    caughtBy: 'leave/member',
    onReply: (reply, { operation }) => (operation === 'leaveParty' ? undefined : reply),
  },
  {
    name: 'has op codes of 32 bits',
    caughtBy: 'data/op-code-*',
    onEvent: withValue('partyData', (value) => ({ ...value, opCode: String(Number(value['opCode']) | 0) })),
  },
  {
    name: 'takes data for text',
    caughtBy: 'data/every-byte',
    onEvent: withValue('partyData', (value) => {
      const text = Buffer.from(String(value['data']), 'base64').toString('utf8')
      return { ...value, data: Buffer.from(text).toString('base64') }
    }),
  },
  {
    name: 'sends what lies around a window too',
    caughtBy: 'data/part-of-a-buffer',
    onCall: withArguments('sendPartyData', ({ view, data, ...rest }) =>
      view === true
        ? { ...rest, data: Buffer.from(`..${atob(String(data))}..`).toString('base64') }
        : { ...rest, ...(data !== undefined && { data }) },
    ),
  },
  {
    name: 'has no list where nobody left',
    caughtBy: 'wire-format/absent-leaves',
    onEvent: withValue('partyPresence', ({ leaves, ...rest }) =>
      Array.isArray(leaves) && leaves.length === 0 ? rest : { ...rest, leaves: leaves ?? [] },
    ),
  },
  {
    name: 'shows a player online who wants to appear offline',
    caughtBy: 'status/appear-offline',
    onCall: withArguments('updateStatus', ({ offline: _, ...rest }) => ({ status: '', ...rest })),
  },
  {
    name: 'echoes data to its sender',
    caughtBy: 'data/alone',
    onReply: (reply, call) =>
      call.operation === 'sendPartyData' && reply.type === 'result'
        ? { type: 'event', actor: call.actor, seq: 99, name: 'partyData', value: {} }
        : reply,
  },
  { name: 'does not tell of a disconnect', caughtBy: 'disconnect/*', onEvent: without('disconnect') },
  {
    name: 'says it cannot do what it said it can',
    caughtBy: 'close/everyone-hears-of-it',
    onReply: (reply, { operation }) =>
      operation === 'closeParty' ? { type: 'unsupported', id: reply.id, reason: 'not written yet' } : reply,
  },
  {
    name: 'fails itself',
    caughtBy: 'close/everyone-hears-of-it',
    onReply: (reply, { operation }) =>
      operation === 'closeParty' ? { type: 'fault', id: reply.id, message: 'out of memory' } : reply,
  },
]
