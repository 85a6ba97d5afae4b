import { type Browser, chromium, type Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The game in a real browser, with MSW in place of the network. CHROMIUM says where a Chromium or Chrome is.

const executablePath = process.env['CHROMIUM']

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let vite: ViteDevServer
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    vite = await createServer({ server: { host: '127.0.0.1', port: 0 }, logLevel: 'error' })
    await vite.listen()
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] })
    page = await browser.newPage()
    page.on('pageerror', (error) => {
      throw error
    })
    await page.goto(`${vite.resolvedUrls?.local[0]}test/mocked.html`)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await vite?.close()
  })

  const members = () => page.getByRole('list', { name: 'Members' }).getByRole('listitem')

  it('a player enters and creates a party', async () => {
    await page.getByLabel('Your name').fill('Ada')
    await page.getByRole('button', { name: 'Play' }).click()
    await page.getByRole('button', { name: 'Create a party' }).click()
    await members().filter({ hasText: 'Ada 👑' }).waitFor()
  })

  it('a friend asks to join, and is let in', async () => {
    await page.evaluate(async () => {
      const ben = await env.player('Ben')
      friends.set('Ben', ben)
      const [party] = env.server.inspect().parties
      await ben.joinParty(party?.partyId ?? '')
    })
    await page.getByRole('button', { name: 'Let Ben in' }).click()
    await members().filter({ hasText: 'Ben' }).waitFor()
    expect(await members().count()).toBe(2)
  })

  it('the connection breaks, and the game is back by itself', async () => {
    await page.evaluate(() => {
      env.faults.refuseConnection({ player: 'Ada', operation: 'connect', times: 1 })
      env.faults.drop({ player: 'Ada' })
    })
    await page.getByText('Connecting again …').waitFor()
    await page.getByText('Connecting again …').waitFor({ state: 'detached' })
    // Ben leads now, and the party is one that he has to let people into.
    await page.evaluate(async () => {
      const [party] = friends.get('Ben')?.parties ?? []
      const [ada] = await env.until(() => party?.joinRequests.length === 1 && party.joinRequests)
      if (ada) await party?.accept(ada)
    })
    await members().filter({ hasText: 'Ben 👑' }).waitFor()
    await members().filter({ hasText: 'Ada' }).waitFor()
  })
})
