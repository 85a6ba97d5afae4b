import { readdir, readFile } from 'node:fs/promises'
import type { PageFile } from '../inspector/inspector.ts'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

/** Reads the inspector's page, by path; its document is at `/`. */
export async function readPage(folder: URL): Promise<Map<string, PageFile>> {
  const files = new Map<string, PageFile>()
  for (const name of await readdir(folder)) {
    const type = types[name.split('.').at(-1) ?? '']
    if (type === undefined) continue
    const content = await readFile(new URL(name, folder), 'utf8')
    files.set(name === 'index.html' ? '/' : `/${name}`, { type, content })
  }
  return files
}
