import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

// Beside the folder this file is in, before as after it is bundled into dist/.
const root = new URL('../', import.meta.url)

/** A YAML file of this package: its name without the ending, and its text. */
export interface DataFile {
  readonly name: string
  readonly text: string
}

/** Every YAML file in a folder of this package, by name. */
export function readFolder(folder: 'cases' | 'recordings'): DataFile[] {
  const names = readdirSync(new URL(`${folder}/`, root)).filter((name) => name.endsWith('.yaml'))
  return names.sort().map((name) => ({
    name: basename(name, '.yaml'),
    text: readFileSync(new URL(`${folder}/${name}`, root), 'utf8'),
  }))
}
