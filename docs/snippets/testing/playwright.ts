import { createTestEnvironment } from '@party/testing'

/** What the snippet uses of Playwright’s page. */
interface Page {
  goto(url: string): Promise<unknown>
  getByText(text: string): { waitFor(): Promise<unknown> }
}

export async function withPlaywright(page: Page) {
  // #region playwright
  const env = await createTestEnvironment({ backend: 'node' }) // a free port of this machine
  await page.goto(
    `http://localhost:5173/?server=${encodeURIComponent(env.url)}`,
  )

  const bo = await env.player('bo')
  await env.until(() => env.server.inspect().parties.length > 0)
  const [party] = env.server.inspect().parties
  if (party) await bo.joinParty(party.partyId)
  await page.getByText('bo joined').waitFor()
  await env.close()
  // #endregion playwright
}
