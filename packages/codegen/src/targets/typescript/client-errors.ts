import type { ErrorCode } from '../../model.ts'
import { banner, docComment } from './print.ts'

/** How a client tells errors apart: the same as the tables of `errors.ts` say, in as few bytes as that takes. */
export function clientErrorsFile(errors: readonly ErrorCode[]): string {
  const realtime = errors.flatMap(({ code, realtime }) =>
    realtime.map((match) => ({ code, number: match.code, beginning: match.message ?? '' })),
  )
  const http = errors.flatMap(({ code, http }) =>
    http.map((match) => ({ code, number: match.status, beginning: match.message ?? '' })),
  )
  return [
    banner,
    table('realtimeReasons', realtime, 'By the number of an `error` envelope.'),
    table('httpReasons', http, 'By HTTP status.'),
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
    const words = sorted.map(({ code, beginning }) => word(code, snakeWords(beginning)))
    return `  ${number}: '${[...new Set(words)].join(' ')}',\n`
  })
  const explained = `${docs} In each text, one after the other: how a message begins, in snake_case, \`=\` and the code; or the code alone, of a message that begins like it.`
  return `${docComment(explained)}export const ${name}: Readonly<Record<number, string>> = {\n${lines.join('')}}\n`
}

function word(code: string, beginning: string): string {
  return beginning === code ? code : `${beginning}=${code}`
}

/** As `recognize` brings messages into one form: `Invalid party ID` is `invalid_party_id`. */
function snakeWords(text: string): string {
  return text.toLowerCase().replace(/\W+/g, '_')
}
