import { existsSync } from 'node:fs'
import { type Browser, chromium as browserType } from 'playwright-core'
import { describe } from 'vitest'

/** Where Chromium is: as `CHROMIUM` says, or where the packages of common systems put it. */
const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
/** Where it was found. */
export const chromium = places.find((place) => place !== undefined && existsSync(place))

const advice =
  'needs Chromium, which is not installed: `apt-get install chromium`, or say where it is in CHROMIUM'

/** Tests in a browser. Without one they are left out, and say so; in CI that is a failure. */
export function describeInBrowser(name: string, body: () => void): void {
  if (chromium !== undefined) describe(name, body)
  else if (process.env['CI']) throw new Error(`"${name}" ${advice}`)
  else {
    process.stderr.write(`\nleft out: "${name}" ${advice}\n`)
    describe.skip(`${name} (${advice})`, body)
  }
}

/** A browser that keeps to this machine. */
export function launchBrowser(): Promise<Browser> {
  return browserType.launch({
    executablePath: chromium ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
