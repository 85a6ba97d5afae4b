/** Where a server reports what it does. It never writes to the console by itself. */
export interface Logger {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void
  info(message: string, fields?: Readonly<Record<string, unknown>>): void
  error(message: string, fields?: Readonly<Record<string, unknown>>): void
}

/** Keeps everything to itself; the default. */
export const silentLogger: Logger = {
  debug: () => {},
  info: () => {},
  error: () => {},
}
