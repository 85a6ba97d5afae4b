import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { PartyClient, type PartySocket } from '@party/client'
import { protobuf } from '@party/client/protobuf'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { describeInBrowser, launchBrowser } from './browser.ts'

// The inspector as a developer sees it, in a browser. With INSPECTOR_SCREENSHOT=docs/public/inspector.png it takes the
// picture that the documentation shows.

const command = fileURLToPath(new URL('../../packages/server/src/cli.ts', import.meta.url))

let server: ChildProcess
let port: number
let address: string
let browser: Browser
let page: Page
const players: PartySocket[] = []

describeInBrowser('the inspector', () => {
  beforeAll(async () => {
    const args = ['--port', '0', '--inspect', '--inspect-port', '0', '--token-expiry-sec', '7200']
    server = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
    ;[{ port, address }, browser] = await Promise.all([addressesOf(server), launchBrowser()])
    page = await browser.newPage({ viewport: { width: 1280, height: 760 }, colorScheme: 'light' })
    page.on('pageerror', (error) => {
      throw error
    })
    await page.goto(address)
  })

  afterAll(async () => {
    for (const player of players) player.disconnect()
    await browser.close()
    await kill()
  })

  it('is live, with nobody there', async () => {
    await page.getByRole('status').filter({ hasText: 'Live' }).waitFor()
    expect(await page.title()).toBe('nakama1 · party-server inspector')
    await page.getByText('Nobody is connected.').waitFor()
    await page.getByText('There is no party.').waitFor()
    await page.getByText('Nobody looks for a match.').waitFor()
  })

  it('shows who comes, without being asked again', async () => {
    for (const name of ['ada', 'ben', 'cleo', 'dan', 'eve']) players.push(await enter(name))
    for (const name of ['ada', 'ben', 'cleo', 'dan', 'eve']) await session(name).waitFor()
    await session('cleo').getByText('protobuf').waitFor()
    await session('ada').getByText('online').waitFor()
  })

  it('shows parties with their leader, members in order, and who asks to join', async () => {
    const [ada, ben, cleo, dan, eve] = everybody()
    const party = await ada.createParty({ open: false, maxSize: 4 })
    for (const player of [ben, cleo]) {
      const joined = player.joinParty(party.partyId, { wait: 'joined' })
      await vi.waitUntil(() => party.joinRequests.length === 1)
      for (const request of party.joinRequests) await party.accept(request)
      await joined
    }
    await dan.joinParty(party.partyId)
    await eve.createParty({ open: true, maxSize: 8 })
    const shown = parties().filter({ hasText: 'closed' })
    await shown.getByText('asks to join').waitFor()
    await shown.getByText('3 of 4').waitFor()
    expect(await shown.getByRole('listitem').allInnerTexts()).toEqual([
      'ada\nleads',
      'ben',
      'cleo',
      'dan\nasks to join',
    ])
    await parties().filter({ hasText: '1 of 8' }).getByText('open').waitFor()

    await party.send(1, JSON.stringify({ ready: true }))
    await ben.updateStatus('choosing a hat')
    await session('ben').getByText('“choosing a hat”').waitFor()
  })

  it('shows tickets with what they look for', async () => {
    const [ada] = everybody()
    const [party] = ada.parties
    await ada.addMatchmakerParty(party?.partyId ?? '', {
      minCount: 4,
      maxCount: 6,
      query: '+properties.mode:ranked',
      stringProperties: { mode: 'ranked' },
      numericProperties: { rank: 12 },
    })
    const ticket = page.getByRole('region', { name: /Tickets/ }).getByRole('listitem')
    await ticket.getByText('4 to 6 players').waitFor()
    expect(await ticket.textContent()).toMatch(
      /ada.*ben.*cleo.*\+properties\.mode:ranked.*mode = ranked.*rank = 12/s,
    )
  })

  it('shows every message, and one in full where it is opened', async () => {
    const sent = entries().filter({ hasText: 'partyDataSend' })
    await sent.locator('summary').focus()
    await page.keyboard.press('Enter')
    await sent.getByText('data: {"ready":true}').waitFor()
    expect(await sent.textContent()).toContain('"op_code": 1')
    const screenshot = process.env['INSPECTOR_SCREENSHOT']
    if (screenshot !== undefined) await page.screenshot({ path: screenshot })
    await page.keyboard.press('Enter')
  })

  it('is usable by everybody, in light and in dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await findings()).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
  })

  it('finds messages by player, kind and content', async () => {
    const names = () => entries().locator('visible=true').locator('.name').allInnerTexts()
    await page.getByLabel('Player').selectOption('ben')
    await page.getByLabel('HTTP').uncheck()
    await page.getByLabel('connections').uncheck()
    await page.getByLabel('answers').uncheck()
    await page.getByLabel('events').uncheck()
    expect(await names()).toEqual(['partyJoin #1', 'statusUpdate #2'])
    await page.getByLabel('Find').fill('HAT')
    expect(await names()).toEqual(['statusUpdate #2'])
    expect(await page.getByRole('heading', { name: /Wire log/ }).textContent()).toMatch(/1 of \d+/)
    await page.getByLabel('Find').fill('')
    for (const kind of ['HTTP', 'connections', 'answers', 'events']) await page.getByLabel(kind).check()
    await page.getByLabel('Player').selectOption('')
  })

  it('holds the log still while it is paused, and catches up', async () => {
    const [ada] = everybody()
    await page.getByRole('button', { name: 'Pause' }).click()
    await ada.updateStatus('while nobody looks')
    await page.getByRole('button', { name: /Pause \(\d+\)/, pressed: true }).click()
    await entries().filter({ hasText: 'while nobody looks' }).first().waitFor()
  })

  it('delays what reaches a player, until it is told otherwise', async () => {
    const [, ben] = everybody()
    const timed = async () => {
      const began = performance.now()
      await ben.ping()
      return performance.now() - began
    }
    await page.getByLabel('Delay of messages to ben').focus()
    await page.getByLabel('Delay of messages to ben').selectOption('500 ms late')
    await page.getByText('Messages reach ben 500 ms late.').waitFor()
    expect(await timed()).toBeGreaterThan(450)
    // What was drawn anew meanwhile did not take the focus away.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Delay of messages to ben',
    )
    await page.getByLabel('Delay of messages to ben').selectOption('no delay')
    await page.getByText('Messages reach ben in time.').waitFor()
    expect(await timed()).toBeLessThan(450)
  })

  it('drops a connection, of which the player hears nothing but the end', async () => {
    const [, , , dan] = everybody()
    const lost = new Promise((resolve) => dan.onTransition(({ to }) => to === 'reconnecting' && resolve(to)))
    await page.getByRole('button', { name: 'Drop the connection of dan' }).click()
    await lost
    await page.getByText('The connection of dan is broken.').waitFor()
    await entries().filter({ hasText: 'broken off' }).waitFor()
  })

  it('kicks a player, and closes a party', async () => {
    const [ada, ben, , , eve] = everybody()
    const kicked = new Promise<{ reason: string }>((resolve) => eve.on('disconnect', resolve))
    await page.getByRole('button', { name: 'Kick eve' }).click()
    expect((await kicked).reason).toContain('server-side session disconnect')
    await session('eve').waitFor({ state: 'detached' })

    const closed = Promise.all(
      [ada, ben].map((player) => new Promise((resolve) => player.on('partyClose', resolve))),
    )
    await parties()
      .getByRole('button', { name: /Close party/ })
      .click()
    await closed
    await page.getByText('There is no party.').waitFor()
  })

  it('empties the log', async () => {
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByText('The log is empty.').waitFor()
    expect(await entries().filter({ hasText: 'partyDataSend' }).count()).toBe(0)
  })

  it('says when the server is gone', async () => {
    await kill()
    await page.getByRole('status').filter({ hasText: 'Server is gone' }).waitFor()
  })
})

async function kill(): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGKILL')
  await gone
}

/** Signs a player in and connects it. */
async function enter(name: string): Promise<PartySocket> {
  const client = new PartyClient({ port, ...(name === 'cleo' && { codec: protobuf }) })
  const socket = client.createSocket()
  const session = await client.authenticateCustom(`player-${name}`, { username: name })
  await socket.connect(session, { appearOnline: true })
  return socket
}

function everybody() {
  const [ada, ben, cleo, dan, eve] = players
  if (!ada || !ben || !cleo || !dan || !eve) throw new Error('somebody has not come')
  return [ada, ben, cleo, dan, eve] as const
}

function session(name: string) {
  return page
    .getByRole('region', { name: /Sessions/ })
    .getByRole('listitem')
    .filter({ hasText: name })
}

function parties() {
  return page.getByRole('region', { name: /Parties/ }).locator('.parties > li')
}

function entries() {
  return page.getByRole('log').locator('.entry')
}

/** What stands in the way of somebody who cannot see, or use a mouse. */
async function findings(): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

async function addressesOf(child: ChildProcess): Promise<{ port: number; address: string }> {
  let output = ''
  const signal = AbortSignal.timeout(10_000)
  if (child.stdout === null) throw new Error('party-server has no output')
  for (;;) {
    const found = /inspector is at (\S+)\n.*listens on http:\S+:(\d+)\n/s.exec(output)
    if (found !== null) return { address: found[1] ?? '', port: Number(found[2]) }
    output += (await once(child.stdout, 'data', { signal }))[0]
  }
}
