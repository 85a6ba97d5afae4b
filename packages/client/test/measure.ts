import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { forBrowsers } from '../for-browsers.ts'

/** What a page downloads for an import: bytes, and which file each comes from. */
export interface Size {
  readonly minified: number
  readonly gzip: number
  /** Bytes of the minified bundle by source file, largest first. */
  readonly files: readonly (readonly [path: string, bytes: number])[]
}

/** What the README promises: most bytes after gzip, by what is imported. */
export const budgets = {
  /** Everything. */
  whole: { code: "export * from '@party/client'", gzip: 13_400 },
  /** A socket without the HTTP client and live parties. */
  bare: { code: "export { BareSocket } from '@party/client'", gzip: 8_300 },
} as const

/** Bundles some code as a game would for browsers, and measures what comes out. */
export async function measure(code: string): Promise<Size> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    plugins: [forBrowsers],
    metafile: true,
    write: false,
  })
  const [file] = outputFiles
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs))
  return {
    minified: file?.contents.length ?? 0,
    gzip: gzipSync(file?.contents ?? '', { level: 9 }).length,
    files: inputs
      .map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const)
      .filter(([, bytes]) => bytes > 0)
      .sort(([, a], [, b]) => b - a),
  }
}
