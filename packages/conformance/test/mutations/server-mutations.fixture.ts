import { type Envelope, type Frame, jsonServerCodec, type UserPresence } from '@party/protocol'
import type { Rewrite, TappedConnection } from '../../src/servers/tapped-server.ts'

/** What is wrong with a server, as a rewriting of its frames. */
export interface ServerMutation {
  readonly name: string
  /** Cases of which at least one has to fail. */
  readonly caughtBy: string
  /** Made anew for each server. */
  rewrite(): Rewrite
}

type Change = (envelope: Envelope, connection: TappedConnection) => readonly Envelope[]

/** Rewrites what clients receive. */
function receiving(change: Change): Rewrite {
  return (frame, direction, connection) => {
    if (direction === 'sends') return [frame]
    const envelope = connection.codec.decode(frame)
    const changed = change(envelope, connection)
    // What did not change goes on as it was written.
    return changed.map((each): Frame => (each === envelope ? frame : connection.codec.encode(each)))
  }
}

/** Rewrites what clients send, before the server reads it. */
function sending(change: (envelope: Envelope) => Envelope): Rewrite {
  return (frame, direction, { codec }) =>
    direction === 'receives'
      ? [frame]
      : [jsonServerCodec === codec ? codec.encode(change(codec.decode(frame))) : frame]
}

/** Keeps an event back until the same client has received another frame. */
function late(kind: NonNullable<Envelope['message']>['case']): Rewrite {
  const held = new Map<TappedConnection, Envelope>()
  return receiving((envelope, connection) => {
    const before = held.get(connection)
    held.delete(connection)
    if (envelope.message?.case !== kind) return before === undefined ? [envelope] : [envelope, before]
    held.set(connection, envelope)
    return before === undefined ? [] : [before]
  })
}

function losing(kind: NonNullable<Envelope['message']>['case']): Rewrite {
  return receiving((envelope) => (envelope.message?.case === kind && envelope.cid === '' ? [] : [envelope]))
}

/** Remembers which request each cid was for, to know its answer. */
function answering(request: NonNullable<Envelope['message']>['case'], change: Change): Rewrite {
  const asked = new Map<TappedConnection, Set<string>>()
  const answer = receiving((envelope, connection) =>
    asked.get(connection)?.delete(envelope.cid) === true ? change(envelope, connection) : [envelope],
  )
  return (frame, direction, connection) => {
    if (direction === 'receives') return answer(frame, direction, connection)
    const envelope = connection.codec.decode(frame)
    if (envelope.message?.case === request) {
      asked.set(connection, (asked.get(connection) ?? new Set()).add(envelope.cid))
    }
    return [frame]
  }
}

const nobody: UserPresence = {
  userId: '',
  sessionId: '',
  username: '',
  persistence: false,
  status: undefined,
}

export const serverMutations: readonly ServerMutation[] = [
  {
    name: 'tells of a new leader after who left',
    caughtBy: 'rotation/leader-leaves',
    rewrite: () => late('partyLeader'),
  },
  {
    name: 'answers a promotion before it tells of it',
    caughtBy: 'wire-format/promotion-is-told-before-it-is-answered',
    rewrite: () => late('partyLeader'),
  },
  { name: 'does not tell of a promotion', caughtBy: 'promote/member', rewrite: () => losing('partyLeader') },
  {
    name: 'does not tell whoever joins about the party',
    caughtBy: 'join/open-party',
    rewrite: () => losing('party'),
  },
  {
    name: 'does not tell members of the ticket',
    caughtBy: 'matchmaking/party-ticket',
    rewrite: () => losing('partyMatchmakerTicket'),
  },
  {
    name: 'echoes data to its sender',
    caughtBy: 'data/to-everyone-else',
    rewrite: () =>
      answering('partyDataSend', (envelope) => [
        envelope,
        {
          cid: '',
          message: {
            case: 'partyData',
            value: { partyId: 'p.n', presence: nobody, opCode: 1, data: new Uint8Array() },
          },
        },
      ]),
  },
  {
    name: 'loses the label',
    caughtBy: 'create/with-label',
    rewrite: () =>
      answering('partyCreate', (envelope) =>
        envelope.message?.case === 'party'
          ? [{ ...envelope, message: { case: 'party', value: { ...envelope.message.value, label: '' } } }]
          : [envelope],
      ),
  },
  {
    name: 'gives the wrong reason',
    caughtBy: 'join/full',
    rewrite: () =>
      receiving((envelope) =>
        envelope.message?.case === 'error'
          ? [
              {
                ...envelope,
                message: { case: 'error', value: { ...envelope.message.value, message: 'party not found' } },
              },
            ]
          : [envelope],
      ),
  },
  {
    name: 'lets in one more than may be',
    caughtBy: 'join/full',
    rewrite: () =>
      sending((envelope) =>
        envelope.message?.case === 'partyCreate'
          ? {
              ...envelope,
              message: {
                case: 'partyCreate',
                value: { ...envelope.message.value, maxSize: envelope.message.value.maxSize + 1 },
              },
            }
          : envelope,
      ),
  },
  { name: 'never answers', caughtBy: 'leave/member', rewrite: () => answering('partyLeave', () => []) },
  {
    name: 'answers under another id',
    caughtBy: 'leave/member',
    rewrite: () => answering('partyLeave', (envelope) => [{ ...envelope, cid: `${envelope.cid}0` }]),
  },
  {
    name: 'answers a refusal with success',
    caughtBy: 'remove/by-a-member',
    rewrite: () => answering('partyRemove', ({ cid }) => [{ cid, message: undefined }]),
  },
  {
    name: 'takes coming for going',
    caughtBy: 'leave/member',
    rewrite: () =>
      receiving((envelope) => {
        if (envelope.message?.case !== 'partyPresenceEvent') return [envelope]
        const { partyId, joins, leaves } = envelope.message.value
        // Whoever joins is told as ever, or no case would get to its first step.
        if (joins.length > 0) return [envelope]
        return [
          {
            ...envelope,
            message: { case: 'partyPresenceEvent', value: { partyId, joins: leaves, leaves: [] } },
          },
        ]
      }),
  },
  {
    name: 'tells everything twice',
    caughtBy: 'close/everyone-hears-of-it',
    rewrite: () =>
      receiving((envelope) => (envelope.message?.case === 'partyClose' ? [envelope, envelope] : [envelope])),
  },
  {
    name: 'loses the last byte of data',
    caughtBy: 'data/every-byte',
    rewrite: () =>
      receiving((envelope) => {
        if (envelope.message?.case !== 'partyData') return [envelope]
        const { value } = envelope.message
        return [
          { ...envelope, message: { case: 'partyData', value: { ...value, data: value.data.slice(0, -1) } } },
        ]
      }),
  },
  {
    name: 'has op codes of 53 bits',
    caughtBy: 'data/op-code-beyond-53-bits',
    rewrite: () =>
      receiving((envelope) => {
        if (envelope.message?.case !== 'partyData') return [envelope]
        const { value } = envelope.message
        const opCode = BigInt(Number(value.opCode))
        return [{ ...envelope, message: { case: 'partyData', value: { ...value, opCode } } }]
      }),
  },
  {
    name: 'names the wrong leader',
    caughtBy: 'rotation/leader-leaves',
    rewrite: () =>
      receiving((envelope) =>
        envelope.message?.case === 'partyLeader'
          ? [
              {
                ...envelope,
                message: { case: 'partyLeader', value: { ...envelope.message.value, presence: nobody } },
              },
            ]
          : [envelope],
      ),
  },
  {
    name: 'lists members in another order',
    caughtBy: 'join/third-member',
    rewrite: () =>
      receiving((envelope) => {
        if (envelope.message?.case !== 'party') return [envelope]
        const { value } = envelope.message
        const presences = [...value.presences].reverse()
        return [{ ...envelope, message: { case: 'party', value: { ...value, presences } } }]
      }),
  },
  {
    name: 'forgets who showed a status before',
    caughtBy: 'status/update',
    rewrite: () =>
      receiving((envelope) =>
        envelope.message?.case === 'statusPresenceEvent'
          ? [
              {
                ...envelope,
                message: { case: 'statusPresenceEvent', value: { ...envelope.message.value, leaves: [] } },
              },
            ]
          : [envelope],
      ),
  },
]
