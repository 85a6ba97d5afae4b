import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bundle } from './bundle.ts'

/** A web site with the game on it. */
export interface Site {
  readonly url: string
  close(): Promise<void>
}

export async function openSite(): Promise<Site> {
  const script = await bundle('page.ts', { platform: 'browser', format: 'iife' })
  const server = createServer(({ url }, response) => {
    const isScript = url === '/game.js'
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><title>Game</title><script src="/game.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
