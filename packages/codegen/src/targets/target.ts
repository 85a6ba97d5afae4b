import type { Contract } from '../model.ts'

/** A file to write, with its path below the output folder. */
export interface GeneratedFile {
  readonly path: string
  readonly content: string
}

/** Writes the generated half of an SDK in one language. */
export type Target = (contract: Contract) => readonly GeneratedFile[]
