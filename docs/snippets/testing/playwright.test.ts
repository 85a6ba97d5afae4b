import { type LiveParty, PartyClient } from '@party/client'
import { expect, it } from 'vitest'
import { withPlaywright } from './playwright.ts'

it('lets players join a page', async () => {
  let party: LiveParty | undefined
  const socketOf = (url: URL) =>
    new PartyClient({ host: url.hostname, port: Number(url.port) })
  /** Stands in for a game in a browser: it connects to the server that its address names. */
  const page = {
    async goto(url: string) {
      const client = socketOf(
        new URL(new URL(url).searchParams.get('server') ?? ''),
      )
      const socket = client.createSocket({ reconnect: false })
      await socket.connect(await client.authenticateDevice('device-of-ada'))
      party = await socket.createParty({ open: true, maxSize: 4 })
    },
    getByText: (text: string) => ({
      async waitFor() {
        expect(text).toBe('bo joined')
        await expect.poll(() => party?.members.length).toBe(2)
      },
    }),
  }
  await withPlaywright(page)
})
