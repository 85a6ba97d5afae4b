import type { ErrorCode } from '../../model.ts'
import { banner, docComment, quoted } from './print.ts'

/** The codes as constants of a class. */
export function errorCodesFile(errors: readonly ErrorCode[]): string {
  const constants = errors.map(
    ({ code, docs }) => `${docComment(docs)}const ${code.toUpperCase()} := ${quoted(code)}\n`,
  )
  const docs = 'What a call can end with instead of a result: what `PartyError.code` may be.'
  return `${banner}class_name PartyErrorCode\nextends RefCounted\n${docComment(docs)}\n${constants.join('\n')}`
}

/** How a server's answers say them. */
export function errorSignsFile(errors: readonly ErrorCode[]): string {
  const realtime = errors.flatMap(({ code, realtime }) =>
    realtime.map((match) => ({ code, number: match.code, beginning: match.message ?? '' })),
  )
  const http = errors.flatMap(({ code, http }) =>
    http.map((match) => ({ code, number: match.grpc ?? match.status, beginning: match.message ?? '' })),
  )
  const head =
    'How the server says its errors: by number, pairs of how a message begins, in lower case, and the code.'
  return [
    `${banner}extends RefCounted\n${docComment(head)}`,
    table('REALTIME', realtime, 'By the number of an `error` envelope.'),
    table('HTTP', http, 'By gRPC code, or by HTTP status where an answer has none.'),
  ].join('\n')
}

interface Entry {
  readonly code: string
  readonly number: number
  readonly beginning: string
}

function table(name: string, entries: readonly Entry[], docs: string): string {
  const numbers = [...new Set(entries.map(({ number }) => number))].sort((a, b) => a - b)
  const lines = numbers.map((number) => {
    const own = entries.filter((entry) => entry.number === number)
    // Any message fits the empty beginning, so those come last.
    const sorted = [...own.filter(({ beginning }) => beginning), ...own.filter(({ beginning }) => !beginning)]
    const pairs = sorted.map(
      ({ code, beginning }) => `\t\t[${quoted(beginning.toLowerCase())}, ${quoted(code)}],\n`,
    )
    return `\t${number}: [\n${[...new Set(pairs)].join('')}\t],\n`
  })
  return `${docComment(docs)}const ${name} := {\n${lines.join('')}}\n`
}
