import type { Work } from '../time/work.ts'

/** Carries the number of a call, by which it is known again where it arrives. */
const header = 'x-party-call'

/**
 * Calls over HTTP that take more turns of the event loop than anybody could count. Time waits for them while they are on
 * their way, there and back, but not while the server has them, which may itself wait for time to pass.
 */
export class Transit {
  readonly #work: Work
  /** Calls that their caller still waits for, each with what ends its way there or back. */
  readonly #calls = new Map<string, () => void>()
  #count = 0

  constructor(work: Work) {
    this.#work = work
  }

  /** The global `fetch`, whose calls are waited for. */
  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const call = String(++this.#count)
    request.headers.set(header, call)
    this.#setOut(call)
    try {
      const response = await globalThis.fetch(request)
      const { status, statusText, headers } = response
      const body = await response.arrayBuffer()
      return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers })
    } finally {
      this.#calls.get(call)?.()
      this.#calls.delete(call)
    }
  }

  /** Hands a call that has arrived to the server, and its answer back. */
  async arrive(request: Request, answer: (request: Request) => Promise<Response>): Promise<Response> {
    const call = request.headers.get(header) ?? ''
    this.#calls.get(call)?.()
    const response = await answer(request)
    if (this.#calls.has(call)) this.#setOut(call)
    return response
  }

  #setOut(call: string): void {
    void this.#work.track(new Promise<void>((resolve) => this.#calls.set(call, resolve)))
  }
}
