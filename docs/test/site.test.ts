import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { docsFolder } from '../site/paths.ts'
import { type StaticServer, serve } from '../site/serve.ts'
import { describeInBrowser, launchBrowser } from './browser.ts'

declare const axe: { run(options: RunOptions): Promise<AxeResults> }

const run = promisify(execFile)
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// A page is looked at twice by axe, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let folder = ''
let output = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'))
  const vitepress = join(docsFolder, 'node_modules/vitepress/bin/vitepress.js')
  const steps = [['site/generate.ts'], [vitepress, 'build', '--outDir', folder]]
  for (const step of steps) {
    const { stdout, stderr } = await run(process.execPath, step, { cwd: docsFolder, env: plainEnvironment() })
    output += stdout + stderr
  }
}, 300_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Without what a test runner tells its children: this is a build as in production. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, ...rest } = process.env
  return rest
}

describe('the site', () => {
  it('is built without a warning', () => {
    expect(output).toContain('build complete')
    expect(output).not.toMatch(/warn|\(!\)|deprecat/i)
  })

  it('has every message, call and error of the contract', async () => {
    const page = (name: string) => readFile(join(folder, `protocol/reference/${name}.html`), 'utf8')
    expect(await page('messages')).toContain('party_matchmaker_ticket')
    expect(await page('calls')).toContain('onPartyJoinRequest')
    expect(await page('errors')).toContain('party_join_requests_full')
  })

  it('has the API of every package', async () => {
    const socket = await readFile(join(folder, 'api/client/classes/PartySocket.html'), 'utf8')
    expect(socket).toContain('party_join_request_duplicate')
  })
})

describeInBrowser('the site in Chromium', () => {
  let browser: Browser
  let server: StaticServer
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    ;[browser, server] = await Promise.all([launchBrowser(), serve(folder)])
  })

  afterAll(() => Promise.all([browser.close(), server.close()]))

  beforeEach(async () => {
    complaints.length = 0
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    page.setDefaultTimeout(10_000)
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText
      // Whoever leaves a page calls off what it was still loading.
      if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason}: ${request.url()}`)
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) {
        complaints.push(`leaves the site: ${request.url()}`)
      }
    })
  })

  afterEach(async () => {
    await page.close()
    expect(complaints).toEqual([])
  })

  const open = (path: string) => page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' })

  it.each([
    ['the front page', '/', 'Play together before the game begins'],
    ['a guide page', '/guide/join', 'Nobody is told of a no'],
    ['the quick start', '/guide/quick-start', 'Two players'],
    ['a page about an engine', '/guide/unity', 'In a scene'],
    ['a page about testing', '/testing/control', 'Faults'],
    ['an API page', '/api/client/interfaces/MatchmakerOptions', 'countMultiple'],
    ['a protocol page', '/protocol/reference/calls', 'party_join_request'],
    ['the playground', '/playground', 'The wire'],
  ])('shows %s, for everybody, in light and on a phone in the dark', async (_name, path, text) => {
    await open(path)
    await page.getByText(text).filter({ visible: true }).first().waitFor()
    expect(await seriousFindings()).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 390, height: 844 })
    await open(path)
    await page.getByText(text).filter({ visible: true }).first().waitFor()
    expect(await seriousFindings()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  it('finds what one searches for', async () => {
    await open('/')
    await page.getByRole('button', { name: 'Search' }).first().click()
    await page.getByRole('searchbox').fill('echo')
    await page.getByRole('option').first().waitFor()
    expect(await page.getByRole('option').allTextContents()).toContainEqual(
      expect.stringContaining('Messages'),
    )
  })

  it('shows every snippet in the language that was chosen, on the next page too', async () => {
    await open('/guide/create')
    await page.getByText('GDScript', { exact: true }).first().click()
    await expect.poll(() => shownCode('create_party_async'), { timeout: 10_000 }).toBe(2)
    await open('/guide/join')
    await expect.poll(() => shownCode('enter_party_async'), { timeout: 10_000 }).toBeGreaterThan(0)
    expect(await shownCode('socket.joinParty')).toBe(0)
  })

  it('shows a party on the front page, step by step where nothing may move', async () => {
    await open('/')
    await page.getByText('ada.createParty(').waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('bo.joinParty(').waitFor()
  })

  const player = (name: string): Locator => page.getByRole('article', { name })
  const press = (name: string, button: string | RegExp) =>
    player(name).getByRole('button', { name: button }).click()

  it('plays a full party, offline', async () => {
    await open('/playground')
    await player('Ada').waitFor()
    await page.context().setOffline(true)

    await press('Ada', 'Create')
    await press('Bo', 'Ask to join party 1')
    await press('Cy', 'Ask to join party 1')
    await press('Di', 'Ask to join party 1')
    await press('Ada', 'Let Bo in')
    await press('Ada', 'Let Cy in')
    await press('Ada', 'Turn Di away')
    await roster('Cy', ['Ada', 'Bo', 'Cy'])

    await player('Bo').getByRole('textbox', { name: 'Bo says to the party' }).fill('ready?')
    await player('Bo').getByRole('textbox', { name: 'Bo says to the party' }).press('Enter')
    await hears('Cy', 'Bo says “ready?” (op code 1)')

    await press('Ada', 'Lead to Cy')
    await player('Cy').getByRole('heading', { name: 'Cy leads' }).waitFor()
    await press('Cy', 'Open the doors')
    await press('Di', 'Join party 1')
    await press('Cy', 'Find a match')
    await hears('Di', 'the party looks for a match')
    await press('Cy', 'Remove Bo')
    await hears('Bo', 'party closed, or removed from it')

    await player('Cy').getByText('Bad network').click()
    await press('Cy', 'Break the line')
    await player('Ada').getByRole('heading', { name: 'Ada leads' }).waitFor()
    await page.getByRole('button', { name: '+15 s' }).click()
    await hears('Cy', 'back from the lost connection: rejoined')
    await roster('Ada', ['Ada', 'Di', 'Cy'])

    const link = page.url()
    await press('Ada', 'End party')
    await hears('Di', 'party closed, or removed from it')
    await page.context().setOffline(false)

    await page.goto('about:blank')
    await page.goto(link)
    await roster('Ada', ['Ada', 'Di', 'Cy'])
  })

  it('shows every frame, and works by keyboard alone', async () => {
    await open('/playground')
    await player('Ada').getByRole('spinbutton', { name: 'Size' }).focus()
    await page.keyboard.press('Enter')
    const frame = page.getByRole('region', { name: 'The wire' }).getByText('party_create').first()
    await frame.focus()
    await frame.click()
    await page.getByText('"max_size": 4').first().waitFor()
  })

  /** How many snippets that can be seen have a word in them. */
  const shownCode = (word: string) =>
    page.locator('.vp-doc div[class*="language-"]').filter({ visible: true, hasText: word }).count()

  const hears = (name: string, text: string) =>
    player(name).getByRole('log').getByText(text, { exact: false }).first().waitFor()

  async function roster(name: string, members: readonly string[]): Promise<void> {
    const list = player(name).getByRole('list', { name: 'Members of party 1' })
    const shown = async () => {
      const items = await list.getByRole('listitem').allTextContents()
      return items.map((text) => members.find((member) => text.includes(member)))
    }
    await expect.poll(shown, { timeout: 10_000 }).toEqual(members)
  }

  async function seriousFindings(): Promise<string[]> {
    await page.evaluate(axeSource)
    const { violations } = await page.evaluate(() =>
      axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        // The theme's search button shows its shortcut beside its name.
        rules: { 'label-content-name-mismatch': { enabled: false } },
      }),
    )
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  }
})
