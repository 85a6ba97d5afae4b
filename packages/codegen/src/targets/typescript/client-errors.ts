import type { ErrorCode } from '../../model.ts'
import { byNumber, type ErrorSign, httpSigns, realtimeSigns } from '../../signs.ts'
import { banner, docComment } from './print.ts'

/** How a client tells errors apart: the same as the tables of `errors.ts` say, in as few bytes as that takes. */
export function clientErrorsFile(errors: readonly ErrorCode[]): string {
  return [
    banner,
    table('realtimeReasons', realtimeSigns(errors), 'By the number of an `error` envelope.'),
    table(
      'httpReasons',
      httpSigns(errors, ({ status }) => status),
      'By HTTP status.',
    ),
  ].join('\n')
}

function table(name: string, signs: readonly ErrorSign[], docs: string): string {
  const lines = byNumber(signs).map(([number, own]) => {
    const words = own.map(({ code, beginning }) => word(code, snakeWords(beginning)))
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
