import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeInBrowser, launchBrowser } from '../browser.ts'
import type { Game } from './page.ts'
import { ServerProcess } from './server-process.ts'
import { openSite, type Site } from './site.ts'

declare const game: Game

let browser: Browser
let site: Site
let server: ServerProcess
let context: BrowserContext

describeInBrowser('in Chromium', () => {
  beforeAll(async () => {
    ;[browser, site, server] = await Promise.all([launchBrowser(), openSite(), ServerProcess.start()])
  })

  afterAll(async () => {
    await Promise.all([browser.close(), site.close(), server.kill()])
  })

  beforeEach(async () => {
    context = await browser.newContext()
  })

  afterEach(() => context.close())

  it.each(['json', 'protobuf'] as const)('a page plays a party in %s', async (format) => {
    const page = await open()
    const steps = await page.evaluate(([port, format]) => game.tour(port, format), [
      server.port,
      format,
    ] as const)
    expect(steps).toHaveLength(18)
  })

  it.each(['json', 'protobuf'] as const)('a worker plays a party in %s', async (format) => {
    const page = await open()
    const steps = await page.evaluate(
      async (message) => {
        const worker = new Worker('/game.js')
        const answer = new Promise((resolve) => {
          worker.onmessage = ({ data }) => resolve(data)
        })
        worker.postMessage(message)
        return answer
      },
      [server.port, format] as const,
    )
    expect(steps).toHaveLength(18)
  })

  it('two tabs are in a party together', async () => {
    const { ada, bo, partyId } = await inOneParty()
    await bo.evaluate(() => {
      game.party.on('data', ({ data }) => game.story.push(new TextDecoder().decode(data)))
    })
    await ada.evaluate(() => game.party.send(1, 'hello from the other tab 👋'))
    await told(bo, 'hello from the other tab 👋')

    await ada.evaluate(() => {
      const [, bo] = game.party.members
      return bo && game.party.promote(bo)
    })
    await shows(ada, { leader: 'bo' })
    await shows(bo, { leader: 'bo' })

    await ada.close()
    await shows(bo, { members: ['bo'] })
    expect(await bo.evaluate(() => game.party.partyId)).toBe(partyId)
  })

  it('both come back to a server that was killed and started again', async () => {
    const { ada, bo } = await inOneParty()
    await server.kill()
    await shows(ada, { state: 'reconnecting', stale: true })
    await shows(bo, { state: 'reconnecting', stale: true })
    await server.restart()
    await shows(ada, { state: 'open' })
    await shows(bo, { state: 'open' })
    // The new server does not know the party.
    await told(ada, 'gone')
    await told(bo, 'gone')
    await together(ada, bo)
  })

  it('a tab that was asleep while the connection broke is back as soon as it is shown', async () => {
    const { ada, bo } = await inOneParty({ reconnect: { baseMs: 3_600_000, capMs: 3_600_000 } })
    await setVisible(ada, false)
    await setAsleep(ada, true)
    await server.restart()
    await shows(bo, { state: 'reconnecting' })
    await setAsleep(ada, false)
    await shows(ada, { state: 'reconnecting' })
    // Nothing but being shown brings it back before up to an hour has passed.
    await setVisible(ada, true)
    await shows(ada, { state: 'open' })
    expect(await bo.evaluate(() => game.shown.state)).toBe('reconnecting')
  })

  it('a tab is back as soon as the network is', async () => {
    const { ada } = await inOneParty({ reconnect: { baseMs: 3_600_000, capMs: 3_600_000 } })
    await context.setOffline(true)
    await server.restart()
    await shows(ada, { state: 'reconnecting' })
    await context.setOffline(false)
    await shows(ada, { state: 'open' })
  })
})

/** A tab with the game in it. */
async function open(): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(site.url)
  return page
}

/** Two tabs whose players are in the same party. */
async function inOneParty(options = {}) {
  const ada = await open()
  const bo = await open()
  const start = (page: Page, name: string) =>
    page.evaluate(([name, options]) => game.start(name, options), [
      name,
      { port: server.port, ...options },
    ] as const)
  await Promise.all([start(ada, 'ada'), start(bo, 'bo')])
  return { ada, bo, partyId: await together(ada, bo) }
}

async function together(ada: Page, bo: Page): Promise<string> {
  const partyId = await ada.evaluate(
    async () => (await game.socket.createParty({ open: false, maxSize: 4 })).partyId,
  )
  const joining = bo.evaluate(async (partyId) => {
    await game.socket.joinParty(partyId, { wait: 'joined' })
  }, partyId)
  await ada.waitForFunction(() => game.party.joinRequests.length === 1)
  await ada.evaluate(() => game.party.joinRequests.map((player) => game.party.accept(player)))
  await joining
  for (const page of [ada, bo]) await shows(page, { members: ['ada', 'bo'], leader: 'ada', stale: false })
  return partyId
}

/** Waits until a page shows this. */
async function shows(page: Page, wanted: Partial<Game['shown']>): Promise<void> {
  await page
    .waitForFunction(
      (wanted) =>
        Object.entries(wanted).every(
          ([name, value]) => JSON.stringify(Reflect.get(game.shown, name)) === JSON.stringify(value),
        ),
      wanted,
      { timeout: 10_000, polling: 20 },
    )
    .catch(async () => {
      const { shown, story } = await page.evaluate(() => ({ shown: game.shown, story: game.story }))
      expect.unreachable(`${JSON.stringify({ wanted, shown, story })}`)
    })
}

/** Waits until the player was told this. */
async function told(page: Page, line: string): Promise<void> {
  await page.waitForFunction((line) => game.story.includes(line), line, { timeout: 10_000, polling: 20 })
}

/** Lets nothing run in a page, as a browser does with tabs that have been in the background for a while. */
async function setAsleep(page: Page, isAsleep: boolean): Promise<void> {
  const browser = await context.newCDPSession(page)
  await browser.send('Page.setWebLifecycleState', { state: isAsleep ? 'frozen' : 'active' })
  await browser.detach()
}

/** Headless pages are always visible, so this says to the page what a browser would. */
async function setVisible(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isVisible ? 'visible' : 'hidden',
  )
}
