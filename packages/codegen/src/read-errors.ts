import { parse } from 'yaml'
import type { ErrorCode } from './model.ts'

/** Reads `errors.yaml`. */
export function readErrors(source: string): ErrorCode[] {
  const entries = parse(source) as Record<string, unknown> | null
  void entries
  return []
}
