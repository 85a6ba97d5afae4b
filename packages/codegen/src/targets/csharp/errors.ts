import type { ErrorCode } from '../../model.ts'
import { type ErrorSign, httpSigns, realtimeSigns } from '../../signs.ts'
import { docComment, file, pascalCase, quoted } from './print.ts'

/** The codes as constants, and how a server's answers say them. */
export function errorsFile(errors: readonly ErrorCode[]): string {
  const codes = errors.map(
    ({ code, docs }) =>
      `${docComment(docs, '        ')}        public const string ${pascalCase(code)} = ${quoted(code)};\n`,
  )
  const signs = docComment('How a server says each error.', '    ')
  const codesDocs = docComment(
    'What a call can end with instead of a result: the values of `PartyException.Code`.',
    '    ',
  )
  return file(
    [],
    [
      `${codesDocs}    public static class ErrorCode\n    {\n${codes.join('\n')}    }\n`,
      `${signs}    internal static class ErrorSigns
    {
${table('Realtime', realtimeSigns(errors), 'By the number of an `error` envelope.')}
${table('Http', httpSigns(errors), 'By gRPC code, or by HTTP status where an answer has none.')}    }
`,
    ],
  )
}

function table(name: string, entries: readonly ErrorSign[], docs: string): string {
  const lines = entries.map(
    ({ code, number, beginning }) =>
      `            new ErrorSign(${number}, ${quoted(beginning)}, ErrorCode.${pascalCase(code)}),\n`,
  )
  return `${docComment(docs, '        ')}        public static readonly ErrorSign[] ${name} =\n        {\n${lines.join('')}        };\n`
}
