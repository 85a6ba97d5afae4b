import type { Handlers } from '../request.ts'

/** The messages that keep a line alive. A pong of a client is taken without an answer. */
export const envelopeHandlers: Handlers = {
  ping: (request) => request.answer({ case: 'pong', value: {} }),
  pong: () => {},
}
