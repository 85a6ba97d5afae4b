import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A program that an SDK is built or run with. */
export interface Tool {
  /** Its name in `PATH`: `mono`. */
  readonly name: string
  /** The environment variable that says where it is, before `PATH` is looked at: `GODOT4`. */
  readonly variable?: string
}

/** Where `install.sh` puts what Debian's packages do not bring. */
const installed = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'party-toolchains/bin')

/** Where a tool is; `undefined` if it is not installed. */
export function findTool({ name, variable }: Tool): string | undefined {
  const named = variable === undefined ? undefined : process.env[variable]
  if (named !== undefined) return named
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), installed]
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/**
 * Where a tool is.
 *
 * @throws Error if it is not installed.
 */
export function tool(wanted: Tool): string {
  const path = findTool(wanted)
  if (path === undefined) throw new Error(`${wanted.name} is not installed`)
  return path
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
