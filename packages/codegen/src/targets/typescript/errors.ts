import type { ErrorCode } from '../../model.ts'
import { type ErrorSign, httpSigns, realtimeSigns } from '../../signs.ts'
import { banner, docComment } from './print.ts'

/** The codes as a type, and how a server's answers say them. */
export function errorsFile(errors: readonly ErrorCode[]): string {
  const codes = errors.map(({ code, docs }) => `${docComment(docs, '  ')}  | '${code}'\n`)
  return [
    banner,
    `${docComment('What a call can end with instead of a result.')}export type ErrorCode =\n${codes.join('')}`,
    `${docComment('A number and how a message begins that together stand for an error; an empty beginning fits any.')}export type ErrorSign = readonly [number: number, beginning: string, code: ErrorCode]\n`,
    table('realtimeErrors', realtimeSigns(errors), 'By the number of an `error` envelope.'),
    table('httpErrors', httpSigns(errors), 'By gRPC code, or by HTTP status where an answer has none.'),
  ].join('\n')
}

function table(name: string, entries: readonly ErrorSign[], docs: string): string {
  const lines = entries.map(({ code, number, beginning }) => `  [${number}, '${beginning}', '${code}'],\n`)
  return `${docComment(docs)}export const ${name}: readonly ErrorSign[] = [\n${lines.join('')}]\n`
}
