import { PartyClient, type PartySocket } from '@party/client'
import { type FormEvent, useState } from 'react'
import { PartyScreen } from './party-screen.tsx'
import { useAction } from './use-action.ts'

/** Asks for a name, signs in, and shows the party screen. */
export function Game() {
  const [socket, setSocket] = useState<PartySocket>()
  const { run, isBusy, problem } = useAction()
  if (socket) return <PartyScreen socket={socket} />

  const enter = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name'))
    await run(async () => {
      const client = new PartyClient()
      const session = await client.authenticateCustom(`react-party:${name}`, { username: name })
      const socket = client.createSocket()
      await socket.connect(session)
      setSocket(socket)
    })
  }
  return (
    <form onSubmit={enter}>
      <h1>Who plays?</h1>
      <label>
        Your name <input name="name" required />
      </label>{' '}
      <button type="submit" disabled={isBusy}>
        Play
      </button>
      {problem && <p role="alert">{problem}</p>}
    </form>
  )
}
