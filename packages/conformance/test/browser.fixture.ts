import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Where Chromium is: as `CHROMIUM` says, or where the packages of common systems put it. */
export const chromium = places.find((place) => place !== undefined && existsSync(place))

const pathOf = (file: string) => fileURLToPath(new URL(`../adapters/typescript/${file}`, import.meta.url))

/** The adapter's page in a browser. */
export class PageUnderTest {
  readonly #folder: string
  #browser: ChildProcess | undefined

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Builds the page in a folder of its own. */
  static async build(): Promise<PageUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'party-page-'))
    const outfile = join(folder, 'page.js')
    await build({ entryPoints: [pathOf('page.ts')], bundle: true, outfile, logLevel: 'error' })
    await copyFile(pathOf('page.html'), join(folder, 'page.html'))
    return new PageUnderTest(folder)
  }

  open(runner: string): void {
    const page = pathToFileURL(join(this.#folder, 'page.html'))
    page.searchParams.set('runner', runner)
    const profile = `--user-data-dir=${join(this.#folder, 'profile')}`
    const quiet = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
    ]
    this.#browser = spawn(chromium ?? '', [...quiet, profile, page.href], { stdio: 'ignore' })
  }

  async close(): Promise<void> {
    const browser = this.#browser
    if (browser !== undefined) {
      const exited = new Promise((resolve) => browser.on('exit', resolve))
      browser.kill()
      await exited
    }
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
