import { causedBy } from '../error.ts'

/** Where the server is, for errors, and what to ask it with. */
export interface Server {
  /** `127.0.0.1:7350` */
  readonly authority: string
  /** If it is not the platform's own. */
  readonly fetch?: typeof fetch | undefined
}

/** What came back, read to its end. */
export interface HttpReply {
  readonly ok: boolean
  readonly status: number
  readonly text: string
}

/** Fetches a text. Whatever the network does wrong is a `PartyError` `network_error`. */
export async function fetchText(server: Server, url: string, init: RequestInit): Promise<HttpReply> {
  // Looked up for every call, and called without an owner: test tools replace the global one at run time.
  const fetch = server.fetch ?? globalThis.fetch
  try {
    const response = await fetch(url, init)
    const { ok, status } = response
    return { ok, status, text: await response.text() }
  } catch (cause) {
    throw causedBy(cause, 'network_error', `${server.authority}: `)
  }
}
