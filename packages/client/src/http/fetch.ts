import { causedBy } from '../error.ts'
import type { Settings } from '../settings.ts'

/** What came back, read to its end. */
export interface HttpReply {
  readonly ok: boolean
  readonly status: number
  readonly text: string
}

/** Fetches a text. Whatever the network does wrong is a `PartyError` `network_error`. */
export async function fetchText(settings: Settings, url: string, init: RequestInit): Promise<HttpReply> {
  // Looked up for every call, and called without an owner: test tools replace the global one at run time.
  const fetch = settings.fetch ?? globalThis.fetch
  try {
    const response = await fetch(url, init)
    const { ok, status } = response
    return { ok, status, text: await response.text() }
  } catch (cause) {
    throw causedBy(cause, 'network_error', `${settings.authority}: `)
  }
}
