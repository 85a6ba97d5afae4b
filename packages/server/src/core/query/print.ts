import type { Clause, Query, Test } from './ast.ts'

/** The query as a string that parses to the same query. */
export function printQuery({ must, should, mustNot }: Query): string {
  const clauses = [
    ...must.map((clause) => `+${printClause(clause)}`),
    ...should.map(printClause),
    ...mustNot.map((clause) => `-${printClause(clause)}`),
  ]
  if (clauses.length === 0) return '*'
  const text = clauses.join(' ')
  // By itself it would accept everything, while a wildcard without a field accepts nothing.
  return text === '*' ? ' *' : text
}

function printClause({ field, test, boost }: Clause): string {
  const name = field === '' ? '' : `${escapeWord(field)}:`
  // Set apart by a space, because it would be part of a number or of a fuzziness before it.
  return `${name}${printTest(test)}${boost === 1 ? '' : ` ^${boost}`}`
}

function printTest(test: Test): string {
  switch (test.kind) {
    case 'term':
      // With a fuzziness of 0 a term is text, whatever pattern it looks like.
      return looksLikePattern(test.text) ? `${escapeWord(test.text)}~0` : escapeWord(test.text)
    case 'phrase':
      return quote(test.text)
    case 'number':
      return test.text
    case 'numberRange':
      return `${test.comparison}${test.text}`
    case 'dateRange':
      return `${test.comparison}${quote(test.text)}`
    case 'wildcard':
      return escapeWord(test.source)
    case 'regexp':
      return escapeWord(`/${test.source}/`)
    case 'fuzzy':
      return `${escapeWord(test.text)}~${test.distance}`
  }
}

function looksLikePattern(text: string): boolean {
  return /[*?]/.test(text) || (text.startsWith('/') && text.endsWith('/'))
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** What would end a word is escaped anywhere, what would be an operator in front of one only there. */
function escapeWord(text: string): string {
  return text.replace(/[ :^~\\]/g, '\\$&').replace(/^[+\-"><=]/, '\\$&')
}
