import type { ErrorCode } from '../../model.ts'
import { banner, docComment } from './print.ts'

/** The codes as a type, and how a server's answers say them. */
export function errorsFile(errors: readonly ErrorCode[]): string {
  const codes = errors.map(({ code, docs }) => `${docComment(docs, '  ')}  | '${code}'\n`)
  const realtime = errors.flatMap(({ code, realtime }) =>
    realtime.map((match) => ({ code, number: match.code, message: match.message })),
  )
  const http = errors.flatMap(({ code, http }) =>
    http.map((match) => ({ code, number: match.grpc ?? match.status, message: match.message })),
  )
  return [
    banner,
    `${docComment('What a call can end with instead of a result.')}export type ErrorCode =\n${codes.join('')}`,
    `${docComment('A number and how a message begins that together stand for an error; an empty beginning fits any.')}export type ErrorSign = readonly [number: number, beginning: string, code: ErrorCode]\n`,
    table('realtimeErrors', realtime, 'By the number of an `error` envelope.'),
    table('httpErrors', http, 'By gRPC code, or by HTTP status where an answer has none.'),
  ].join('\n')
}

interface Entry {
  readonly code: string
  readonly number: number
  readonly message: string | undefined
}

function table(name: string, entries: readonly Entry[], docs: string): string {
  // Any message fits the empty beginning, so those come last.
  const sorted = [...entries.filter(({ message }) => message), ...entries.filter(({ message }) => !message)]
  const lines = sorted.map(({ code, number, message = '' }) => `  [${number}, '${message}', '${code}'],\n`)
  return `${docComment(docs)}export const ${name}: readonly ErrorSign[] = [\n${lines.join('')}]\n`
}
