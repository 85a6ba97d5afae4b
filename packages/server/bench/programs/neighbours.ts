import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

// The server's package does not know the client, the test environment or nakama-js. The package of the conformance
// suite has them all.

const neighbour = createRequire(new URL('../../../conformance/package.json', import.meta.url))

/** Loads a package by name, as the conformance suite would. Whoever calls says what is in it. */
export async function load<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(neighbour.resolve(name)).href)) as T
}

/** The folder to bundle from. */
export const neighbourFolder: string = new URL('../../../conformance/', import.meta.url).pathname

/** The bundler that the client is built with. */
export function loadBundler<T>(): T {
  return createRequire(new URL('../../../client/package.json', import.meta.url))('esbuild') as T
}

/** What makes of the client's sources what pages get. */
export async function loadBrowserBuild(): Promise<object> {
  const file = new URL('../../../client/for-browsers.ts', import.meta.url)
  const { forBrowsers } = (await import(file.href)) as { readonly forBrowsers: object }
  return forBrowsers
}
