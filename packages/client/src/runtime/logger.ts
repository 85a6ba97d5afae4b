/**
 * Where the SDK says what it does. `console` is one; the default says nothing.
 *
 * `debug`: ignored frames and late replies. `info`: every transition of the connection. `warn`: what the SDK
 * could not hand to anybody. `error`: a handler of the game that threw. Tokens are never logged.
 */
export interface Logger {
  debug(message: string, details?: unknown): void
  info(message: string, details?: unknown): void
  warn(message: string, details?: unknown): void
  error(message: string, details?: unknown): void
}

const silence = () => {}

/** Says nothing: a library does not write to a game's console unless it is asked to. */
export const silentLogger: Logger = { debug: silence, info: silence, warn: silence, error: silence }
