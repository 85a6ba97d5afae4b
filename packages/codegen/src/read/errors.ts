import { parse } from 'yaml'
import type { ErrorCode, HttpMatch, RealtimeMatch } from '../model.ts'

const texts = ['meaning', 'who', 'what_to_do'] as const

/**
 * Reads `errors.yaml`.
 *
 * @throws Error naming the entry that is not as the head of that file says
 */
export function readErrors(source: string): ErrorCode[] {
  return Object.entries(object('errors.yaml', parse(source))).map(([code, entry]) => {
    if (!/^[a-z]+(_[a-z]+)*$/.test(code)) throw new Error(`${code}: an error code is in snake_case`)
    return readError(code, object(code, entry))
  })
}

function readError(code: string, entry: Record<string, unknown>): ErrorCode {
  const { realtime = [], http = [], ...rest } = entry
  const [meaning, who, whatToDo] = texts.map((key) => text(code, rest, key))
  const unknown = Object.keys(rest).find((key) => !texts.some((known) => known === key))
  if (unknown !== undefined) throw new Error(`${code}: ${unknown} is not known`)
  return {
    code,
    docs: `${meaning}\n\nSeen by: ${who}\n\nWhat to do: ${whatToDo}`,
    realtime: list(code, realtime).map((match) => readRealtime(code, match)),
    http: list(code, http).map((match) => readHttp(code, match)),
  }
}

function readRealtime(code: string, match: Record<string, unknown>): RealtimeMatch {
  const number = integer(code, match, 'code')
  if (number === undefined) throw new Error(`${code}: a realtime error has a code`)
  return { code: number, message: beginning(code, match) }
}

function readHttp(code: string, match: Record<string, unknown>): HttpMatch {
  const status = integer(code, match, 'status')
  if (status === undefined) throw new Error(`${code}: an HTTP error has a status`)
  return { grpc: integer(code, match, 'grpc'), status, message: beginning(code, match) }
}

function beginning(code: string, match: Record<string, unknown>): string | undefined {
  return match['message'] === undefined ? undefined : text(code, match, 'message')
}

function text(code: string, entry: Record<string, unknown>, key: string): string {
  const value = entry[key]
  if (typeof value !== 'string' || value === '') throw new Error(`${code}: ${key} has to be a text`)
  return value
}

function integer(code: string, entry: Record<string, unknown>, key: string): number | undefined {
  const value = entry[key]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new Error(`${code}: ${key} has to be a number`)
  return value
}

function list(code: string, value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new Error(`${code}: how it is recognised has to be a list`)
  return value.map((item: unknown) => object(code, item))
}

function object(name: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${name}: has to be a map`)
  }
  return { ...value }
}
