// @vitest-environment happy-dom
import { test } from '@party/testing/vitest'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect } from 'vitest'
import { PartyScreen } from '../src/party-screen.tsx'

// The screen with real clients and a real server behind it, in one process and in no time.

afterEach(cleanup)

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const names = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((item) => item.firstChild?.textContent + (item.textContent?.includes('👑') ? ' 👑' : ''))

test('a player creates a party, and lets a friend in', async ({ player, env }) => {
  const ada = await player('ada')
  const ben = await player('ben')
  render(<PartyScreen socket={ada} />)
  press('Create a party')
  const partyId = (await screen.findByText(/nakama1$/)).textContent ?? ''
  expect(names('Members')).toEqual(['ada 👑'])

  await ben.joinParty(partyId)
  fireEvent.click(await screen.findByRole('button', { name: 'Let ben in' }))
  await env.waitFor(ben, 'party')
  await waitFor(() => expect(names('Members')).toEqual(['ada 👑', 'ben']))
  expect(screen.queryByRole('list', { name: 'Asking to join' })).toBeNull()
})

test('a friend is refused, and the screen forgets the request', async ({ player }) => {
  const ada = await player('ada')
  const ben = await player('ben')
  render(<PartyScreen socket={ada} />)
  press('Create a party')
  await ben.joinParty((await screen.findByText(/nakama1$/)).textContent ?? '')
  fireEvent.click(await screen.findByRole('button', { name: 'Refuse ben' }))
  await waitFor(() => expect(screen.queryByText('ben')).toBeNull())
})

test('the leader is lost, and the next in line can hand over the lead', async ({ player, env }) => {
  const [ada, ben, cleo] = [await player('ada'), await player('ben'), await player('cleo')]
  const { partyId } = await ada.createParty({ open: true, maxSize: 4 })
  await ben.joinParty(partyId, { wait: 'joined' })
  await cleo.joinParty(partyId, { wait: 'joined' })
  render(<PartyScreen socket={ben} />)
  expect(names('Members')).toEqual(['ada 👑', 'ben', 'cleo'])
  expect(screen.queryByRole('button', { name: 'Let cleo lead' })).toBeNull()

  ada.disconnect()
  fireEvent.click(await screen.findByRole('button', { name: 'Let cleo lead' }))
  await waitFor(() => expect(names('Members')).toEqual(['ben', 'cleo 👑']))
  await env.waitFor(cleo, 'partyLeader', ({ presence }) => presence.username === 'cleo')
})

test('a party that is full, or gone, is explained', async ({ player, env }) => {
  const ada = await player('ada')
  render(<PartyScreen socket={ada} />)
  const join = (partyId: string) => {
    fireEvent.change(screen.getByLabelText('Party id'), { target: { value: partyId } })
    press('Ask to join')
  }
  join('11111111-1111-4111-8111-111111111111.nakama1')
  await screen.findByText('There is no such party.')
  env.faults.answerWith('party_full', { operation: 'joinParty', times: 1 })
  join('11111111-1111-4111-8111-111111111111.nakama1')
  await screen.findByText('This party is full.')
})

test('a lost connection shows, until the player is back in the party', async ({ player, env }) => {
  const [ada, ben] = [await player('ada'), await player('ben')]
  const { partyId } = await ada.createParty({ open: true, maxSize: 4 })
  await ben.joinParty(partyId, { wait: 'joined' })
  render(<PartyScreen socket={ben} />)
  env.faults.drop({ player: 'ben' })
  await screen.findByText('Connecting again …')
  expect(screen.getByRole('region', { name: 'Party' }).getAttribute('aria-busy')).toBe('true')

  await env.clock.advance(30_000)
  await waitFor(() => expect(screen.queryByText('Connecting again …')).toBeNull())
  await waitFor(() => expect(names('Members')).toEqual(['ada 👑', 'ben']))
  expect(screen.getByRole('region', { name: 'Party' }).getAttribute('aria-busy')).toBe('false')
})
