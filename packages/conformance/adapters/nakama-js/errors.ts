/** How nakama-js says that a call has failed: in a different way for each kind of failure. */
export async function describe(error: unknown): Promise<object> {
  if (error instanceof Response) return { ...(await readStatus(error)), httpStatus: error.status }
  if (typeof error === 'string') return { message: error, ...codeOfText(error) }
  if (error instanceof Event) return { message: `event ${error.type}`, code: 'connection_failed' }
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return { message: error.message, code: 'network_error' }
  }
  // What the platform throws, `btoa` for example, has a message and at times a code that is not the server's.
  if (error instanceof Error) return { message: error.message }
  const { code, message } = Object(error)
  // An error numbered 0 has no number here: nakama-js reads the message as it is on the wire.
  return { message: String(message), ...(typeof code === 'number' && { realtimeCode: code }) }
}

async function readStatus(response: Response): Promise<{ message: string; grpcCode?: number }> {
  try {
    const { code, message } = (await response.json()) as { code: number; message: string }
    return { message, grpcCode: code }
  } catch {
    return { message: response.statusText }
  }
}

/** What it says in words of its own. */
function codeOfText(text: string): { code?: string } {
  if (text.startsWith('Socket connection has not been established')) return { code: 'not_connected' }
  return /timed? ?out/i.test(text) ? { code: 'timeout' } : {}
}
