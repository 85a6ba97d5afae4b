import type { LiveParty, PartySocket } from '@party/client'
import type { FormEvent } from 'react'
import { useConnection, useCurrentParty, useParty } from './hooks.ts'
import { useAction } from './use-action.ts'

/** Everything about parties: to find one, and to be in one. */
export function PartyScreen({ socket }: { socket: PartySocket }) {
  const connection = useConnection(socket)
  const party = useCurrentParty(socket)
  return (
    <>
      {connection === 'reconnecting' && <p role="status">Connecting again …</p>}
      {connection === 'closed' && <p role="status">You are offline.</p>}
      {party ? <InParty party={party} /> : <Lobby socket={socket} />}
    </>
  )
}

function Lobby({ socket }: { socket: PartySocket }) {
  const { run, isBusy, problem } = useAction()
  const join = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const partyId = String(new FormData(event.currentTarget).get('party')).trim()
    await run(() => socket.joinParty(partyId))
  }
  return (
    <section aria-label="Lobby">
      <h1>No party yet</h1>
      <button
        type="button"
        disabled={isBusy}
        onClick={() => run(() => socket.createParty({ open: false, maxSize: 4 }))}
      >
        Create a party
      </button>
      <form onSubmit={join}>
        <label>
          Party id <input name="party" required />
        </label>{' '}
        <button type="submit" disabled={isBusy}>
          Ask to join
        </button>
      </form>
      {problem && <p role="alert">{problem}</p>}
    </section>
  )
}

function InParty({ party }: { party: LiveParty }) {
  const { partyId, members, leader, isLeader, joinRequests, self, stale } = useParty(party)
  const { run, isBusy, problem } = useAction()
  return (
    <section aria-label="Party" aria-busy={stale}>
      <h1>Your party</h1>
      <p>
        Tell your friends: <code>{partyId}</code>
      </p>
      <ul aria-label="Members">
        {members.map((member) => (
          <li key={member.sessionId}>
            {member.username}
            {member.sessionId === leader.sessionId && ' 👑'}
            {isLeader && member.sessionId !== self.sessionId && (
              <button type="button" disabled={isBusy} onClick={() => run(() => party.promote(member))}>
                Let {member.username} lead
              </button>
            )}
          </li>
        ))}
      </ul>
      {joinRequests.length > 0 && (
        <ul aria-label="Asking to join">
          {joinRequests.map((player) => (
            <li key={player.sessionId}>
              {player.username}
              <button type="button" disabled={isBusy} onClick={() => run(() => party.accept(player))}>
                Let {player.username} in
              </button>
              <button type="button" disabled={isBusy} onClick={() => run(() => party.reject(player))}>
                Refuse {player.username}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" disabled={isBusy} onClick={() => run(() => party.leave())}>
        Leave
      </button>
      {problem && <p role="alert">{problem}</p>}
    </section>
  )
}
