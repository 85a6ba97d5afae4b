import { type ExecFileOptions, execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(root, 'node_modules/.cache/party-tarballs')
const lock = join(cache, 'lock')

/** Packages that users install. */
export const published = ['client', 'server', 'testing'] as const
export type Published = (typeof published)[number]

/** Longest time that building everything takes anybody, in ms. */
const patienceMs = 170_000

export const run = promisify(execFile)

/**
 * Every published package as users get it: built and packed, once for all tests that want it, and again when something
 * in it has changed. Returns where the tarballs are, by package.
 */
export async function packedPackages(): Promise<Record<Published, string>> {
  const folder = join(cache, await hashOf('pnpm-lock.yaml', 'tsconfig.base.json', 'packages'))
  await mkdir(cache, { recursive: true })
  const unlock = await takeLock()
  try {
    if ((await tarballsIn(folder)).length < published.length) await packInto(folder)
  } finally {
    await unlock()
  }
  const entries = published.map((name) => [name, join(folder, `${name}.tgz`)])
  return Object.fromEntries(entries) as Record<Published, string>
}

/** pnpm as it was started, or, outside of a script, from the registry. */
export function pnpm(cwd: string, ...args: string[]): Promise<{ stdout: string }> {
  const options: ExecFileOptions = { cwd, maxBuffer: 16 * 1024 * 1024 }
  const started = process.env['npm_execpath']
  const [program, first] =
    started?.includes('pnpm') === true ? [process.execPath, [started]] : ['npx', ['-y', 'pnpm@10']]
  return run(program, [...first, ...args], options) as Promise<{ stdout: string }>
}

async function packInto(folder: string): Promise<void> {
  // Made whole under another name, so that what has been interrupted is never taken for complete.
  const unfinished = `${folder}.unfinished`
  for (const name of await readdir(cache)) {
    if (join(cache, name) !== lock) await rm(join(cache, name), { recursive: true, force: true })
  }
  await mkdir(unfinished)
  for (const name of published) await pnpm(root, '--filter', `@party/${name}`, 'run', 'build')
  for (const name of published) {
    await pnpm(join(root, 'packages', name), 'pack', '--out', join(unfinished, `${name}.tgz`))
  }
  await rename(unfinished, folder)
}

async function tarballsIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

/** Waits for its turn: two builds at once would delete each other's output. */
async function takeLock(): Promise<() => Promise<void>> {
  const end = performance.now() + patienceMs
  for (;;) {
    try {
      await mkdir(lock)
      await writeFile(join(lock, 'pid'), String(process.pid))
      return () => rm(lock, { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (performance.now() > end) throw new Error(`${lock} is held for too long`)
    if (await isAbandoned()) await rm(lock, { recursive: true, force: true })
    await delay(200)
  }
}

/** Whether the process that holds the lock is gone. */
async function isAbandoned(): Promise<boolean> {
  const pid = await readFile(join(lock, 'pid'), 'utf8').catch(() => '')
  if (pid === '') return false
  try {
    return !process.kill(Number(pid), 0)
  } catch {
    return true
  }
}

/** One hash of everything that a build reads. */
async function hashOf(...paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesIn(join(root, path))) {
      hash
        .update(relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
    }
  }
  return hash.digest('hex').slice(0, 16)
}

const ignored = new Set(['node_modules', 'dist', 'test', 'bench', 'conformance', 'codegen'])

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined)
  if (entries === undefined) return [path]
  const files: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (ignored.has(entry.name)) continue
    const inside = join(path, entry.name)
    files.push(...(entry.isDirectory() ? await filesIn(inside) : [inside]))
  }
  return files
}
